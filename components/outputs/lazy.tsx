'use client';
/** The menu of a report in a script of its own: the report is read before it is shared. */
import dynamic from 'next/dynamic';

export const ShareMenu = dynamic(() => import('./share-menu').then((module) => module.ShareMenu));
