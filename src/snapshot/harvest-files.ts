/** The files of a harvest folder. */
export const harvestFileName =
  /^(?:identify|formats|records-\d{4,}|resourcelist(?:-\d{4,})?|changelist(?:-\d{4,})?|capabilitylist|\.well-known)(?:\.xml)?$/;
