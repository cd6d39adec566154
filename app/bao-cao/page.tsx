import { permanentRedirect } from 'next/navigation';

/** An address cut short: the list of reports is the home page. */
export default function ReportsPage() {
  permanentRedirect('/');
}
