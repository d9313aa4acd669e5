package dev.hubtwin.internal.journal;

import java.util.function.Supplier;

/** What keeps a world, or does not: it hears of what happens, and tells when that is safe. */
public interface Journal {

    /** Keeps nothing: what happens may be seen at once, and is gone with the process. */
    Journal NONE = new UnkeptJournal(true);

    /** Keeps a world that is not ours to show: nothing of it may be seen. */
    Journal LOST = new UnkeptJournal(false);

    /**
     * Does what may change the world, while nothing else does, and logs it if it did. Within a deed that has changed
     * nothing yet, it is a deed of its own, at the same moment, and comes before that; else it is a part of that.
     *
     * @param deed what to log; asked for after the work
     */
    <T> T alone(Supplier<Deed> deed, Supplier<T> work);

    /** Hears that the world is about to change, before anybody can see it; on the thread of a deed. */
    void changing();

    /** Returns whether all that can be seen of the world now is kept, and is still ours to show. */
    boolean isDurable();

    /**
     * Does something as soon as all that can be seen of the world now is kept; not while the world is rebuilt.
     *
     * @param then must be quick: others wait behind it
     * @param otherwise is done instead if that can never be kept, or is not ours to show any more
     */
    void whenDurable(Runnable then, Runnable otherwise);
}
