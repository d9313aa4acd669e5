package dev.hubtwin.internal.jetty;

import java.util.function.IntSupplier;
import org.glassfish.jersey.server.ContainerRequest;

/** When the application works on one request, and when its answer may be seen. */
public interface Turn {

    /** At once, beside others, and seen at once. */
    Turn FREE = new Turn() {
        @Override
        public void work(ContainerRequest request, Runnable application, IntSupplier status) {
            application.run();
        }

        @Override
        public void answer(Answer answer) {
            answer.send();
        }
    };

    /** An answer that is ready. */
    interface Answer {

        /** Sends it, on this thread. */
        void send();

        /** Sends it on another thread, soon. */
        void sendSoon();

        /** Says that there is none, in its place: what it shows may not be seen. */
        void refuse();
    }

    /**
     * Has the application work on the request.
     *
     * @param status gives that of the answer, when the work is done
     */
    void work(ContainerRequest request, Runnable application, IntSupplier status);

    /** Takes what the application answers. */
    void answer(Answer answer);
}
