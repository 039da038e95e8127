package dev.roster.directory;

import java.util.List;

/**
 * What a page of changes tells of people; nobody is in it twice.
 *
 * @param present as they are now
 * @param gone object ids of those who are deleted and may be restored
 * @param goneForGood object ids of those who may not
 */
public record PeopleChanges(List<Person> present, List<String> gone, List<String> goneForGood) {}
