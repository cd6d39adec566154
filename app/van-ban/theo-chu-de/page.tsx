import { DocumentList, documentListMetadata } from '@/components/pages/document-list';

export const metadata = documentListMetadata('chu-de');

export default function DocumentsPage() {
  return <DocumentList by="chu-de" />;
}
