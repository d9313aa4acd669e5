package dev.hubtwin.internal.jetty;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * Tells the answer when writing its entity failed. Once the first byte is written Jersey only logs such a failure and
 * commits what there is, as it must where bytes are on their way already; ours are not.
 */
@Priority(Integer.MIN_VALUE)
final class EntityFailureInterceptor implements WriterInterceptor {

    static final String ANSWER = EntityFailureInterceptor.class.getName();

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        try {
            context.proceed();
        } catch (Throwable e) {
            ((BufferedResponseWriter) context.getProperty(ANSWER)).entityFailed();
            throw e;
        }
    }
}
