package be.leermeester.search;

import org.jspecify.annotations.Nullable;

/// A piece of a material's text that is found and shown as one: a page, a slide, a stretch under a heading.
///
/// @param position from 0, in reading order
/// @param page from 1, null where the material has no pages
public record Passage(int position, @Nullable Integer page, String text) {}
