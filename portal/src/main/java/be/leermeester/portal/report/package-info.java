/// The tables of the yearly report, for any reference date, period and partnership, from the history itself
/// (domain.md sections 8 and 9). A [Report] is a definition; its query counts, [Cells] holds what was counted, and
/// page, chart, JSON, CSV and XLSX are all made from the same [Observation]s.
@NullMarked
package be.leermeester.portal.report;

import org.jspecify.annotations.NullMarked;
