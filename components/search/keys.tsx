/** The keys of the search page, as the help page and the dialog list them. */
const KEYS = [
  ['/', 'Tới ô tìm'],
  ['↑ ↓', 'Chọn gợi ý'],
  ['Enter', 'Mở gợi ý đã chọn, hoặc tìm'],
  ['Esc', 'Đóng gợi ý, rời ô tìm'],
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
