package be.leermeester.portal.rows;

/// A part of a list behind a link, with how many rows it holds.
///
/// @param selected whether it is what is shown now
public record Choice(String label, long count, String href, boolean selected) {}
