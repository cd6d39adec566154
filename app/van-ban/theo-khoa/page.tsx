import { DocumentList, documentListMetadata } from '@/components/pages/document-list';

export const metadata = documentListMetadata('khoa');

export default function DocumentsPage() {
  return <DocumentList by="khoa" />;
}
