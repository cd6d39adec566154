import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Early } from '@/components/layout/early';
import { Offline } from '@/components/layout/lazy';
import { SiteProvider } from '@/components/layout/site-face';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { changedOn } from '@/lib/site/outputs/pages';
import { addressOf, siteAddress } from '@/lib/site/outputs/site';
import { siteFace, siteSettings } from '@/lib/site/settings';
import { fontVariables } from './fonts';
import './globals.css';

export function generateMetadata(): Metadata {
  const { name, purpose } = siteSettings();
  return {
    metadataBase: new URL(addressOf('/', siteAddress())),
    title: { default: name, template: `%s · ${name}` },
    description: purpose,
    applicationName: name,
    openGraph: { siteName: name, locale: 'vi_VN', type: 'website' },
    twitter: { card: 'summary' },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

/** Pages are made when first asked for and kept with the snapshot they are of; shared caches ask again each minute. */
export const revalidate = 60;

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf8' },
    { media: '(prefers-color-scheme: dark)', color: '#14181b' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { name, accent } = siteSettings();
  return (
    <html lang="vi" className={fontVariables}>
      <body>
        <link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title={name} />
        {accent && <link rel="stylesheet" href="/mau.css" precedence="high" />}
        <Offline dataDay={changedOn('/', await currentHoldings())} />
        <SiteProvider face={siteFace()}>{children}</SiteProvider>
        <Early />
      </body>
    </html>
  );
}
