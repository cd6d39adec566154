import { memo, type ReactNode, useState } from 'react';
import { ChevronIcon } from '@/components/layout/icons';
import { useSite } from '@/components/layout/site-face';
import { at } from '@/lib/domain/edition';
import { formatCount } from '@/lib/search/describe';
import { FACETS, type Facet, type FacetName } from '@/lib/search/facets';
import type { Filters } from '@/lib/search/query';
import type { FacetValue, SearchResult } from '@/lib/search/result';
import { fold } from '@/lib/vietnamese/fold';
import { FORM, WHOLE } from './form';

type Toggle = (facet: FacetName, value: string) => void;

interface FacetsProps {
  facets: SearchResult['facets'];
  filters: Filters;
  lineage: boolean;
  /** The facet that the plain form asked to be shown whole. */
  whole: string;
  onToggle: Toggle;
  /** The documents of the same lineage are asked for, or no longer. */
  onLineage(): void;
}

/**
 * All facets as groups of checkboxes of the search form, open where the table says so or something is set. What is
 * folded is drawn when it is opened. Where scripts are off all of it is there; where they are blocked, which a browser does
 * not know, the button that opens it asks the server for the page with that facet whole, what is ticked kept.
 */
export const Facets = memo(function Facets({
  facets,
  filters,
  lineage,
  whole,
  onToggle,
  onLineage,
}: FacetsProps) {
  const { facets: shown } = useSite();
  return FACETS.filter(({ name }) => shown.includes(name)).map(({ name, label, list }) => (
    <Group key={name} label={label} open={list.open || whole === name || filters[name].length > 0}>
      {name === 'vb' && filters.vb.length > 0 && (
        <label className="facet-row">
          <input
            id="ke-thua"
            form={FORM}
            type="checkbox"
            name="ke-thua"
            value="1"
            checked={lineage}
            onChange={onLineage}
          />
          <span>Gồm cả văn bản trước và sau trong cùng dòng kế thừa</span>
        </label>
      )}
      <FacetList
        name={name}
        label={label}
        list={list}
        values={facets[name]}
        selected={filters[name]}
        whole={whole === name}
        onToggle={onToggle}
      />
    </Group>
  ));
});

/** A heading that opens; open from the start or not, as decided when first shown. */
function Group({ label, open, children }: { label: string; open: boolean; children: ReactNode }) {
  const [initially] = useState(open);
  return (
    <details open={initially} className="group border-b border-line">
      <summary className="flex min-h-11 items-center justify-between gap-2 lg:min-h-10">
        <h2 className="text-base font-semibold">{label}</h2>
        <span className="text-soft group-open:rotate-90">
          <ChevronIcon />
        </span>
      </summary>
      <div className="pb-3">{children}</div>
    </details>
  );
}

interface FacetListProps {
  name: FacetName;
  label: string;
  list: Facet['list'];
  values: readonly FacetValue[];
  selected: readonly string[];
  /** From the start all of it is drawn. */
  whole: boolean;
  onToggle: Toggle;
}

function FacetList({ name, label, list, values, selected, whole, onToggle }: FacetListProps) {
  const [needle, setNeedle] = useState('');
  const folded = fold(needle).trim();
  const groups = [...new Set(values.map((value) => value.group ?? ''))];
  return (
    <fieldset aria-label={label}>
      {list.findLabel && values.length > 0 && (
        <input
          type="search"
          onInput={(event) => setNeedle(event.currentTarget.value)}
          aria-label={list.findLabel}
          placeholder={list.findHint}
          autoComplete="off"
          className="control mb-1.5 w-full px-2.5 text-sm noscript:hidden"
        />
      )}
      {groups.map((group) => (
        <FacetGroup
          key={group}
          heading={group}
          name={name}
          list={list}
          values={values.filter((value) => (value.group ?? '') === group && matches(value, folded))}
          needle={folded}
          selected={selected}
          whole={whole}
          onToggle={onToggle}
        />
      ))}
      {values.length === 0 && <p className="text-sm text-soft">Không có giá trị nào.</p>}
      {values.length > 0 && folded !== '' && !values.some((value) => matches(value, folded)) && (
        <p role="status" className="py-1 text-sm text-soft">
          Không thấy “{needle.trim()}” trong các báo cáo này.
        </p>
      )}
    </fieldset>
  );
}

function matches(value: FacetValue, folded: string): boolean {
  return isNamed(value, folded) || (value.children?.some((child) => matches(child, folded)) ?? false);
}

/** True where a value's name, further words or other names hold what was typed; `hcm`, `5 ct`. */
function isNamed({ label, detail = '', also = [] }: FacetValue, folded: string): boolean {
  const plain = (text: string) => fold(text).replace(/[-/]/g, ' ');
  return [label, detail, ...also].some((text) => ` ${plain(text)}`.includes(plain(folded)));
}

interface FacetGroupProps extends Omit<FacetListProps, 'label'> {
  heading: string;
  needle: string;
}

/** One list of values, the first few and those that are set; the rest when asked for. */
function FacetGroup({
  heading,
  name,
  list: { shown },
  values,
  needle,
  selected,
  whole: initially,
  onToggle,
}: FacetGroupProps) {
  const [whole, setWhole] = useState(initially);
  const isSeen = (value: FacetValue, at: number) =>
    whole || needle !== '' || at < shown || isSet(value, selected);
  const rest = values.filter((value, at) => !isSeen(value, at));
  const row = (value: FacetValue, all: boolean) => (
    <Row
      key={value.value}
      name={name}
      value={value}
      needle={needle}
      whole={all}
      selected={selected}
      onToggle={onToggle}
    />
  );
  return (
    <>
      {heading !== '' && values.length > 0 && (
        <h3 className="pb-0.5 pt-2 text-xs font-semibold text-soft">{heading}</h3>
      )}
      <ul>{values.filter(isSeen).map((value) => row(value, initially))}</ul>
      {rest.length > 0 && (
        <noscript>
          <ul>{rest.map((value) => row(value, true))}</ul>
        </noscript>
      )}
      {(rest.length > 0 || (whole && values.length > shown && needle === '')) && (
        <OpenButton name={name} whole={whole} onOpen={() => setWhole(!whole)}>
          {whole ? 'Thu gọn' : `Xem thêm ${rest.length}`}
          {heading !== '' && <span className="sr-only"> {heading}</span>}
        </OpenButton>
      )}
    </>
  );
}

interface OpenButtonProps {
  name: FacetName;
  whole: boolean;
  onOpen(): void;
  children: ReactNode;
}

/** Opens what is folded of a facet; while scripts are blocked, by asking for the page anew. */
function OpenButton({ name, whole, onOpen, children }: OpenButtonProps) {
  return (
    <button
      type="submit"
      form={FORM}
      formAction={at('/#bo-loc')}
      name={WHOLE}
      value={whole ? '' : name}
      aria-expanded={whole}
      onClick={(event) => {
        event.preventDefault();
        onOpen();
      }}
      className="link-button min-h-8 text-sm noscript:hidden"
    >
      {children}
    </button>
  );
}

interface RowProps extends ValueProps {
  needle: string;
  /** From the start all that lies under it is drawn. */
  whole: boolean;
}

/** A value, and what lies under it. */
function Row({ value, needle, whole, ...rest }: RowProps) {
  const { children = [], label } = value;
  const { name, selected } = rest;
  return (
    <li className="relative">
      <Value value={value} {...rest} />
      {children.length > 0 && (
        <Children
          key={needle === '' ? 'all' : 'found'}
          name={name}
          label={label}
          whole={whole}
          open={
            children.some((child) => isSet(child, selected)) ||
            (needle !== '' && !isNamed(value, needle) && children.some((child) => matches(child, needle)))
          }
        >
          {children.map((child) => (
            <li key={child.value}>
              <Value value={child} {...rest} />
              {child.children && (
                <ul className="pl-5">
                  {child.children.map((grandchild) => (
                    <li key={grandchild.value}>
                      <Value value={grandchild} {...rest} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </Children>
      )}
    </li>
  );
}

function isSet({ value, children }: FacetValue, selected: readonly string[]): boolean {
  return selected.includes(value) || (children?.some((child) => isSet(child, selected)) ?? false);
}

interface ChildrenProps {
  name: FacetName;
  label: string;
  open: boolean;
  whole: boolean;
  children: ReactNode;
}

/** What lies under a value, behind a disclosure at the end of its row. */
function Children({ name, label, open, whole, children }: ChildrenProps) {
  const [initially] = useState(open);
  const [drawn, setDrawn] = useState(open || whole);
  return (
    <details open={initially} onToggle={() => setDrawn(true)} className="group/children">
      <summary className="absolute right-0 top-0 flex size-11 items-center justify-center text-soft lg:size-8">
        <span className="group-open/children:rotate-90">
          <ChevronIcon />
        </span>
        <span className="sr-only">Chi tiết của {label}</span>
      </summary>
      {drawn ? (
        <ul className="pl-5">{children}</ul>
      ) : (
        <>
          <noscript>
            <ul className="pl-5">{children}</ul>
          </noscript>
          <OpenButton name={name} whole={false} onOpen={() => setDrawn(true)}>
            Xem chi tiết của {label}
          </OpenButton>
        </>
      )}
    </details>
  );
}

interface ValueProps {
  name: FacetName;
  value: FacetValue;
  selected: readonly string[];
  onToggle: Toggle;
}

function Value({ name, value: { value, label, count, detail }, selected, onToggle }: ValueProps) {
  return (
    <label className="facet-row">
      <input
        id={`${name}-${value}`}
        form={FORM}
        type="checkbox"
        name={name}
        value={value}
        checked={selected.includes(value)}
        onChange={() => onToggle(name, value)}
      />
      <span>
        {label}
        {detail && <span className="line-clamp-2 text-xs text-soft">{detail}</span>}
      </span>
      <span className="text-soft">
        <span className="sr-only">, </span>
        {formatCount(count)}
        <span className="sr-only"> báo cáo</span>
      </span>
    </label>
  );
}
