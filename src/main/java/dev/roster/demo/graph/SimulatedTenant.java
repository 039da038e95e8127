package dev.roster.demo.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's directory holds: people, groups, other objects, and who is a member of what.
 *
 * <p>Safe to change while it is being served. Every object has a slot, a number that is never used again; memberships
 * are kept as slots, so that pages are cut without looking at the rest.
 */
public final class SimulatedTenant {

    private final String displayName;
    private final String domain;

    // Mutable state, guarded by this.
    private final SlotTable objects = new SlotTable();
    private final Map<String, Integer> slotsByPrincipalName = new HashMap<>();
    private final SlotSet people = new SlotSet();
    private final SlotSet groups = new SlotSet();
    private final Map<Integer, SlotSet> members = new HashMap<>();
    private final Map<Integer, Instant> deletedPeople = new HashMap<>();
    private final Journal journal = new Journal();
    private long ids;

    public SimulatedTenant(String displayName, String domain) {
        this.displayName = displayName;
        this.domain = domain;
    }

    public String displayName() {
        return displayName;
    }

    /** The verified domain, by which the tenant can be named as well. */
    public String domain() {
        return domain;
    }

    /** A GUID that looks random and is the same in every run. */
    public synchronized String nextId() {
        return ObjectIds.numbered(++ids);
    }

    /** Adds an enabled member with a new id. */
    public synchronized SimulatedPerson addPerson(String userPrincipalName, String name) {
        return add(SimulatedPerson.of(nextId(), userPrincipalName, name));
    }

    /** Adds a security group with a new id. */
    public synchronized SimulatedGroup addGroup(String name) {
        return add(SimulatedGroup.security(nextId(), name));
    }

    public synchronized SimulatedPerson add(SimulatedPerson person) {
        String principalName = ObjectIds.folded(person.userPrincipalName());
        if (slotsByPrincipalName.containsKey(principalName)) {
            throw new IllegalArgumentException("There is somebody with the principal name " + principalName);
        }
        int slot = take(person);
        people.add(slot);
        slotsByPrincipalName.put(principalName, slot);
        return person;
    }

    public synchronized SimulatedGroup add(SimulatedGroup group) {
        groups.add(take(group));
        return group;
    }

    public synchronized SimulatedThing add(SimulatedThing thing) {
        take(thing);
        return thing;
    }

    /** A person by id or principal name; soft-deleted ones are not found. */
    public synchronized Optional<SimulatedPerson> person(String idOrPrincipalName) {
        Integer slot = personSlot(idOrPrincipalName);
        return slot == null || deletedPeople.containsKey(slot)
                ? Optional.empty()
                : Optional.of((SimulatedPerson) objects.at(slot));
    }

    public synchronized Optional<SimulatedGroup> group(String id) {
        Integer slot = objects.find(id);
        return slot != null && objects.at(slot) instanceof SimulatedGroup group ? Optional.of(group) : Optional.empty();
    }

    /** The groups of this display name, which need not be unique. */
    public synchronized List<SimulatedGroup> groupsNamed(String name) {
        return groups().stream()
                .filter(group -> group.displayName().equalsIgnoreCase(name))
                .toList();
    }

    /** The only group of this display name. */
    public SimulatedGroup groupNamed(String name) {
        List<SimulatedGroup> found = groupsNamed(name);
        if (found.size() != 1) {
            throw new NoSuchElementException(found.size() + " groups are named " + name);
        }
        return found.get(0);
    }

    /** Everybody but the soft-deleted, oldest first. */
    public synchronized List<SimulatedPerson> people() {
        return read(people, 0, Integer.MAX_VALUE, any -> true).items().stream()
                .map(SimulatedPerson.class::cast)
                .toList();
    }

    public synchronized List<SimulatedGroup> groups() {
        return read(groups, 0, Integer.MAX_VALUE, any -> true).items().stream()
                .map(SimulatedGroup.class::cast)
                .toList();
    }

    public synchronized SimulatedPerson changePerson(String idOrPrincipalName, UnaryOperator<SimulatedPerson> change) {
        int slot = SlotTable.required(personSlot(idOrPrincipalName), idOrPrincipalName);
        SimulatedPerson before = (SimulatedPerson) objects.at(slot);
        SimulatedPerson after = change.apply(before);
        slotsByPrincipalName.remove(ObjectIds.folded(before.userPrincipalName()));
        slotsByPrincipalName.put(ObjectIds.folded(after.userPrincipalName()), slot);
        objects.set(slot, after);
        journal.changed(after, before);
        return after;
    }

    public synchronized SimulatedGroup changeGroup(String id, UnaryOperator<SimulatedGroup> change) {
        int slot = objects.slot(id);
        SimulatedGroup before = (SimulatedGroup) objects.at(slot);
        SimulatedGroup after = change.apply(before);
        objects.set(slot, after);
        journal.changed(after, before);
        return after;
    }

    public void disable(String idOrPrincipalName) {
        changePerson(idOrPrincipalName, person -> person.withAccountEnabled(false));
    }

    /** Soft-deletes: the person vanishes from every list, but keeps the memberships until restored or purged. */
    public synchronized void deletePerson(String idOrPrincipalName, Instant when) {
        int slot = SlotTable.required(personSlot(idOrPrincipalName), idOrPrincipalName);
        people.remove(slot);
        deletedPeople.put(slot, when);
        journal.changed(objects.at(slot), null);
        slotsByPrincipalName.remove(principalName(slot));
    }

    public synchronized void restorePerson(String id) {
        int slot = objects.slot(id);
        if (deletedPeople.remove(slot) == null) {
            throw new NoSuchElementException("Not deleted: " + id);
        }
        people.add(slot);
        slotsByPrincipalName.put(principalName(slot), slot);
        journal.changed(objects.at(slot), null);
    }

    /** Deletes for good, memberships included. */
    public synchronized void purgePerson(String id) {
        int slot = objects.slot(id);
        deletedPeople.remove(slot);
        people.remove(slot);
        slotsByPrincipalName.remove(principalName(slot), slot);
        forget(slot);
    }

    public synchronized void deleteGroup(String id) {
        int slot = objects.slot(id);
        groups.remove(slot);
        members.remove(slot);
        forget(slot);
    }

    /** Makes a person, group or other object a direct member; false when it was one. */
    public synchronized boolean addMember(String groupId, String memberId) {
        int group = objects.slot(groupId);
        if (!groups.contains(group)) {
            throw new IllegalArgumentException("Not a group: " + groupId);
        }
        SlotSet set = members.computeIfAbsent(group, unused -> new SlotSet());
        return set.add(objects.slot(memberId)) && noteLink(group, memberId);
    }

    public synchronized boolean removeMember(String groupId, String memberId) {
        int group = objects.slot(groupId);
        SlotSet set = members.get(group);
        return set != null && set.remove(objects.slot(memberId)) && noteLink(group, memberId);
    }

    private boolean noteLink(int group, String memberId) {
        journal.linked(objects.at(group), objects.at(objects.slot(memberId)));
        return true;
    }

    /** The direct members that Graph would list, without the soft-deleted. */
    public synchronized List<SimulatedObject> members(String groupId) {
        return readMembers(groupId, 0, Integer.MAX_VALUE, any -> true).items();
    }

    synchronized Slice readPeople(int from, int limit, Predicate<SimulatedObject> filter) {
        return read(people, from, limit, filter);
    }

    synchronized Slice readGroups(int from, int limit, Predicate<SimulatedObject> filter) {
        return read(groups, from, limit, filter);
    }

    synchronized Slice readMembers(String groupId, int from, int limit, Predicate<SimulatedObject> filter) {
        return read(members.getOrDefault(objects.slot(groupId), new SlotSet()), from, limit, filter);
    }

    synchronized Slice readTransitiveMembers(String groupId, int from, int limit, Predicate<SimulatedObject> filter) {
        return read(new Closure(members, groups).below(objects.slot(groupId)), from, limit, filter);
    }

    /** The groups that an object is a member of. */
    synchronized Slice readParents(
            String id, boolean transitive, int from, int limit, Predicate<SimulatedObject> filter) {
        Closure closure = new Closure(members, groups);
        int slot = objects.slot(id);
        return read(transitive ? closure.above(slot) : closure.parents(slot), from, limit, filter);
    }

    /** Deleted people with the time of deletion, oldest first. */
    synchronized List<Map.Entry<SimulatedPerson, Instant>> deletedPeople() {
        return deletedPeople.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> Map.entry((SimulatedPerson) objects.at(entry.getKey()), entry.getValue()))
                .toList();
    }

    private Slice read(SlotSet set, int from, int limit, Predicate<SimulatedObject> filter) {
        List<SimulatedObject> items = new ArrayList<>();
        for (int i = set.firstFrom(from); i < set.size(); i++) {
            int slot = set.get(i);
            if (deletedPeople.containsKey(slot) || !filter.test(objects.at(slot))) {
                continue;
            }
            if (items.size() == limit) {
                return new Slice(items, slot);
            }
            items.add(objects.at(slot));
        }
        return new Slice(items, Slice.END);
    }

    private int take(SimulatedObject object) {
        int slot = objects.take(object);
        journal.changed(object, null);
        return slot;
    }

    private void forget(int slot) {
        for (int i = 0; i < groups.size(); i++) {
            SlotSet set = members.get(groups.get(i));
            if (set != null && set.remove(slot)) {
                journal.linked(objects.at(groups.get(i)), objects.at(slot));
            }
        }
        journal.changed(objects.at(slot), null);
        objects.forget(slot);
    }

    private String principalName(int slot) {
        return ObjectIds.folded(((SimulatedPerson) objects.at(slot)).userPrincipalName());
    }

    private @Nullable Integer personSlot(String idOrPrincipalName) {
        Integer byName = slotsByPrincipalName.get(ObjectIds.folded(idOrPrincipalName));
        Integer slot = byName != null ? byName : objects.find(idOrPrincipalName);
        return slot != null && objects.at(slot) instanceof SimulatedPerson ? slot : null;
    }

    /** How many changes there are by now; they are kept from the first time that somebody asks. */
    synchronized int position() {
        return journal.position();
    }

    synchronized List<Journal.Entry> changes(int from, int to) {
        return journal.between(from, to);
    }

    synchronized boolean isMember(String groupId, String memberId) {
        Integer member = objects.find(memberId);
        SlotSet set = members.get(objects.slot(groupId));
        return member != null && set != null && set.contains(member);
    }
}
