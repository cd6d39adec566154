import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageMetadata } from '@/components/pages/page';
import { PlaceView } from '@/components/pages/place-view';
import { placePath } from '@/lib/domain/paths';
import { inPlace } from '@/lib/site/browse/counts';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { filteredBy } from '@/lib/site/browse/links';
import { placePages } from '@/lib/site/browse/place-pages';
import { openGraphImage } from '@/lib/site/outputs/open-graph';

interface Props {
  params: Promise<{ slug: string }>;
}

/** None is made at the build: each is when first asked for. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const holdings = await currentHoldings();
  const page = placePages(holdings).find(({ value }) => value === slug);
  if (!page) return {};
  const count = inPlace(holdings, slug).length;
  return pageMetadata({
    title: page.name,
    description: `${count} báo cáo công tác tuyên giáo của ${page.fullName}: theo năm, loại hội nghị và văn bản được nhắc tới.`,
    path: placePath(slug),
    image: openGraphImage('dia-phuong', slug, page.name),
    feedOf: filteredBy({ tinh: slug }),
  });
}

export default async function PlacePage({ params }: Props) {
  const { slug } = await params;
  const holdings = await currentHoldings();
  const page = placePages(holdings).find(({ value }) => value === slug);
  if (!page) notFound();
  return <PlaceView page={page} holdings={holdings} />;
}
