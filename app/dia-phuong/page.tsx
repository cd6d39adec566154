import { Page, pageMetadata } from '@/components/pages/page';
import { placePath } from '@/lib/domain/paths';
import { NATIONAL } from '@/lib/domain/vocabulary';
import { inPlace } from '@/lib/site/browse/counts';
import { currentHoldings, type Holdings } from '@/lib/site/browse/holdings';
import { formerOf, provincesByRegion } from '@/lib/site/browse/place-pages';

export const metadata = pageMetadata({
  title: 'Địa phương',
  description:
    'Báo cáo công tác tuyên giáo của 34 tỉnh, thành phố từ ngày 1/7/2025 và của từng tỉnh trước sáp nhập.',
  path: '/dia-phuong',
});

export default async function PlacesPage() {
  const holdings = await currentHoldings();
  const count = holdings.corpus.provinces.length;
  return (
    <Page
      steps={[{ label: 'Địa phương', path: '/dia-phuong' }]}
      title="Địa phương"
      lead={`${count} tỉnh, thành phố từ ngày 1/7/2025, mỗi nơi kèm các tỉnh trước đó hợp thành. Con số là số báo cáo.`}
    >
      <p className="mt-4">
        <PlaceLink value={NATIONAL.value} label={NATIONAL.label} holdings={holdings} strong />
      </p>
      {[...provincesByRegion(holdings)].map(([region, provinces]) => (
        <section key={region} className="mt-8">
          <h2 className="text-xl font-semibold">{region}</h2>
          <ul className="mt-2 grid gap-x-10 sm:grid-cols-2 lg:grid-cols-3">
            {provinces.map((province) => (
              <li key={province.slug} className="border-b border-line/60 py-1.5">
                <PlaceLink value={province.slug} label={province.name} holdings={holdings} strong />
                {formerOf(province).length > 0 && (
                  <ul
                    aria-label={`Trước đây của ${province.name}`}
                    className="flex flex-wrap gap-x-4 pl-3 text-sm"
                  >
                    {formerOf(province).map(({ slug, name }) => (
                      <li key={slug}>
                        <PlaceLink
                          value={`${province.slug}.${slug}`}
                          label={`${name} (cũ)`}
                          holdings={holdings}
                        />
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function PlaceLink({
  value,
  label,
  holdings,
  strong = false,
}: {
  value: string;
  label: string;
  holdings: Holdings;
  strong?: boolean;
}) {
  const count = inPlace(holdings, value).length;
  return (
    <>
      <a
        href={placePath(value)}
        className={`inline-flex min-h-7 items-center ${strong ? 'font-semibold' : ''}`}
      >
        {label}
      </a>{' '}
      <span className="text-sm text-soft">
        {count}
        <span className="sr-only"> báo cáo</span>
      </span>
    </>
  );
}
