/** Id of the search form, whose controls lie in the header, above the results and among the filters. */
export const FORM = 'tim';

/** The parameter by which the plain form asks for a facet to be shown whole; no part of a search. */
export const WHOLE = 'mo';
