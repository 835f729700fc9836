import { Document20Regular } from '@fluentui/react-icons/svg/document';
import { DocumentPdf20Regular } from '@fluentui/react-icons/svg/document-pdf';
import { DocumentQuestionMark20Regular } from '@fluentui/react-icons/svg/document-question-mark';
import { DocumentTable20Regular } from '@fluentui/react-icons/svg/document-table';
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text';
import { Image20Regular } from '@fluentui/react-icons/svg/image';
import { SlideText20Regular } from '@fluentui/react-icons/svg/slide-text';

/** A file's kind by the end of its name; a question mark where there is no file yet. */
export function FileIcon({ name }: { readonly name: string | undefined }) {
  if (name === undefined) return <DocumentQuestionMark20Regular aria-hidden="true" />;
  const end = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (end === 'pdf') return <DocumentPdf20Regular aria-hidden="true" />;
  if (['doc', 'docx', 'txt', 'rtf', 'odt', 'md'].includes(end)) return <DocumentText20Regular aria-hidden="true" />;
  if (['xls', 'xlsx', 'csv', 'ods'].includes(end)) return <DocumentTable20Regular aria-hidden="true" />;
  if (['ppt', 'pptx', 'odp'].includes(end)) return <SlideText20Regular aria-hidden="true" />;
  if (['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg'].includes(end)) return <Image20Regular aria-hidden="true" />;
  return <Document20Regular aria-hidden="true" />;
}
