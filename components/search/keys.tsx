/** The keys of the search box, as the help page and the dialog list them. */
const KEYS = [
  ['/', 'Tới ô tìm'],
  ['↑ ↓', 'Chọn gợi ý'],
  ['Enter', 'Mở gợi ý đã chọn, hoặc tìm'],
  ['Esc', 'Đóng gợi ý, rời ô tìm'],
  ['← →', 'Trên biểu đồ theo năm, các bộ lọc đang đặt, các cách xem: sang mục khác'],
  ['Shift + ← →', 'Chọn nhiều năm liền, rồi Enter'],
  ['?', 'Xem các phím tắt'],
] as const;

export function KeyList() {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
      {KEYS.map(([key, meaning]) => (
        <div key={key} className="contents">
          <dt>
            <kbd className="font-sans font-semibold">{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** True for a key that goes into a field, or belongs to a shortcut of the browser. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  return (
    event.target instanceof HTMLElement &&
    event.target.matches('input:not([type=checkbox]), textarea, select')
  );
}
