import { DocumentList, documentListMetadata } from '@/components/pages/document-list';

export const metadata = documentListMetadata('loai');

export default function DocumentsPage() {
  return <DocumentList by="loai" />;
}
