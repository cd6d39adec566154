'use client';
/** The views of an answer in scripts of their own: a page shows its words before it loads what makes them livelier. */
import dynamic from 'next/dynamic';

export const CrossTable = dynamic(() => import('./cross-table').then((module) => module.CrossTable));
export const TileMap = dynamic(() => import('./tile-map').then((module) => module.TileMap));
export const Timeline = dynamic(() => import('./timeline').then((module) => module.Timeline));
