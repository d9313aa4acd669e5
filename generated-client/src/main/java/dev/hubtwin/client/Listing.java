package dev.hubtwin.client;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A list of the API, which is asked for when somebody looks at it: page after page, each when it is come to, and all
 * anew each time. Only one page is in memory.
 *
 * <pre>{@code
 * for (SimpleUser member : client.members().list("acme").role(MemberRoleFilter.ADMIN)) {
 *     System.out.println(member.getLogin());
 * }
 * }</pre>
 *
 * <p>A page that is refused is a {@link GitHubException} of the call that comes to it. The optional parameters are set
 * before the first look; until then a listing is not thread-safe.
 *
 * @param <T> what the list is of
 */
public abstract class Listing<T> implements Iterable<T> {

    final Call call;
    private final Pages<T> pages;

    Listing(Pages<T> pages, Call call) {
        this.pages = pages;
        this.call = call;
    }

    /** Begins with the first page. */
    @Override
    public Iterator<T> iterator() {
        return new Elements<>(pages().iterator());
    }

    /** Returns the elements, in order; to be read by one thread. */
    public Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /** Asks for all pages at once, and returns all elements. */
    public List<T> toList() {
        return stream().toList();
    }

    /** Returns the pages, each asked for when it is come to. */
    public Iterable<ListPage<T>> pages() {
        Call first = call.copy();
        return () -> new Walk<>(pages, first.copy());
    }

    /**
     * Returns the elements for who wants them without waiting. Each subscriber makes its own requests, the next when
     * the elements of the last page have been demanded; one who cancels ends the request that is under way.
     */
    public Flow.Publisher<T> publisher() {
        Call first = call.copy();
        return subscriber -> new PageSubscription<>(pages, first.copy(), subscriber).begin();
    }

    /** The pages, as links lead through them. */
    private static final class Walk<T> implements Iterator<ListPage<T>> {

        private final Pages<T> pages;
        private @Nullable Call next;

        Walk(Pages<T> pages, Call first) {
            this.pages = pages;
            this.next = first;
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public ListPage<T> next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            Call call = next;
            ListPage<T> page = pages.get(call);
            next = page.next().map(call::to).orElse(null);
            return page;
        }
    }

    /** The elements of pages. */
    private static final class Elements<T> implements Iterator<T> {

        private final Iterator<ListPage<T>> pages;
        private Iterator<T> page = Collections.emptyIterator();

        Elements(Iterator<ListPage<T>> pages) {
            this.pages = pages;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && pages.hasNext()) {
                page = pages.next().iterator();
            }
            return page.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }
}
