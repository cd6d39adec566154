'use client';
/** The bar of picked reports in a script of its own: it stands on every page, and what it shows lies on the device alone. */
import dynamic from 'next/dynamic';

export const PickBar = dynamic(() => import('./picks').then((module) => module.PickBar), { ssr: false });
