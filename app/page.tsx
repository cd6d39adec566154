import { Frame } from '@/components/layout/frame';

export default function Home() {
  return <Frame>…</Frame>;
}
