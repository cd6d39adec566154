import { useEffect, useState } from 'react';
import { Dialog } from './dialog';
import { isTyping, KeyList } from './keys';

/** Opens at `?`. */
export function KeysDialog() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event)) setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  if (!open) return null;
  return (
    <Dialog title="Phím tắt" shape="box" onClose={() => setOpen(false)}>
      <div className="py-3">
        <KeyList />
      </div>
    </Dialog>
  );
}
