import { useEffect, useMemo, useRef } from 'react';
import { type DeskDraft, fieldOf, placeOf } from '@/lib/desk/form';
import { piecesOf } from '@/lib/desk/marks';
import { blockOf, SURENESS } from './blocks';

interface PageTextProps {
  draft: DeskDraft;
  /** Fields of the block that is being looked at. */
  fields: readonly string[];
  onPick(field: string): void;
}

/** The page's text with the words that values came from marked; those of the block at hand stand out. */
export function PageText({ draft, fields, onPick }: PageTextProps) {
  const region = useRef<HTMLElement>(null);
  const { text, report, sureness } = draft;
  const pieces = useMemo(() => {
    const marks = Object.entries(report.evidence).flatMap(([key, evidence]) => {
      const place = placeOf(evidence, text);
      return place ? [{ key, ...place }] : [];
    });
    return piecesOf(text, marks);
  }, [text, report.evidence]);

  useEffect(() => {
    const scroller = region.current;
    const mark = scroller?.querySelector<HTMLElement>(`mark[data-current]`);
    if (!scroller || !mark) return;
    // Only the text moves: the form stays where it is.
    if (scroller.scrollHeight > scroller.clientHeight)
      scroller.scrollTop += mark.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 120;
  });

  return (
    <section
      ref={region}
      aria-label="Văn bản của trang"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
      tabIndex={0}
      className="desk-text relative rounded-md border border-line bg-raised p-4 lg:max-h-[calc(100dvh-8.5rem)] lg:overflow-y-auto"
    >
      <p className="text-sm text-soft">
        Gạch liền: chắc. Gạch đứt: có lẽ. Gạch chấm: đoán. Đóng khung: mục đang xem.
      </p>
      <div className="mt-3 max-w-prose whitespace-pre-wrap">
        {text === ''
          ? 'Tệp của báo cáo này không giữ toàn văn: hãy đối chiếu ở địa chỉ của trang.'
          : pieces.map((piece) => {
              if (piece.keys.length === 0) return <span key={piece.start}>{piece.text}</span>;
              const [key = ''] = piece.keys;
              const names = piece.keys.map(
                (one) => `${blockOf(fieldOf(one))?.label ?? one} (${SURENESS[sureness[one] ?? 'kept']})`,
              );
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the form itself is reached by keyboard
                <mark
                  key={piece.start}
                  title={names.join(', ')}
                  data-sureness={sureness[key] ?? 'kept'}
                  data-current={piece.keys.some((one) => fields.includes(fieldOf(one))) || undefined}
                  onClick={() => onPick(fieldOf(key))}
                >
                  {piece.text}
                </mark>
              );
            })}
      </div>
    </section>
  );
}
