/** Something the person should be told about the search; `code` is stable, `text` is Vietnamese. */
export interface Notice {
  code:
    | 'text-cut'
    | 'too-many'
    | 'unknown-value'
    | 'unknown-parameter-value'
    | 'ambiguous-directive'
    | 'page-past-end'
    | 'foreign-link';
  text: string;
}
