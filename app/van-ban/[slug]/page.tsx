import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DirectiveView } from '@/components/pages/directive-view';
import { NumberView } from '@/components/pages/number-view';
import { pageMetadata } from '@/components/pages/page';
import { PlenumView } from '@/components/pages/plenum-view';
import { directiveLabel } from '@/lib/domain/directive';
import { directivePath } from '@/lib/domain/paths';
import { citing } from '@/lib/site/browse/counts';
import { documentPage } from '@/lib/site/browse/documents';
import { currentHoldings } from '@/lib/site/browse/holdings';
import { filteredBy } from '@/lib/site/browse/links';
import { openGraphImage } from '@/lib/site/outputs/open-graph';

interface Props {
  params: Promise<{ slug: string }>;
}

/** None is made at the build: each is when first asked for. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const holdings = await currentHoldings();
  const page = documentPage(slug, holdings);
  if (!page) return {};
  const path = directivePath(slug);
  if (page.kind === 'number') {
    return pageMetadata({
      title: `Văn bản số ${page.number}`,
      description: `Những gì trang này biết về văn bản số ${page.number} và các báo cáo nhắc tới số đó.`,
      path,
    });
  }
  const count = citing(holdings, slug).length;
  const name = page.kind === 'directive' ? directiveLabel(page.directive) : page.name.label;
  const term = page.kind === 'directive' && page.directive.number !== null ? page.directive.term : null;
  const title = term ? `${name} (khóa ${term})` : name;
  return pageMetadata({
    title,
    image: openGraphImage('van-ban', slug, title),
    feedOf: filteredBy({ vb: slug }),
    description: `${name}${page.name.title ? ` ${page.name.title}` : ''}. ${count} báo cáo nhắc tới.`,
    path,
  });
}

export default async function DocumentPage({ params }: Props) {
  const { slug } = await params;
  const holdings = await currentHoldings();
  const page = documentPage(slug, holdings);
  switch (page?.kind) {
    case 'directive':
      return <DirectiveView page={page} holdings={holdings} />;
    case 'plenum':
      return <PlenumView page={page} holdings={holdings} />;
    case 'number':
      return <NumberView page={page} holdings={holdings} />;
    default:
      notFound();
  }
}
