import { DocumentList, documentListMetadata } from '@/components/pages/document-list';

export const metadata = documentListMetadata('nhac-toi');

export default function DocumentsPage() {
  return <DocumentList by="nhac-toi" />;
}
