package dev.hubtwin.internal.api.strict;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;

/** Reads the query parameters of {@code format: date-time}; without it Jersey refuses the generated interfaces. */
@Provider
public final class TimeParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // T is what type says
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == OffsetDateTime.class ? (ParamConverter<T>) new Rfc3339() : null;
    }

    private static final class Rfc3339 implements ParamConverter<OffsetDateTime> {

        @Override
        public OffsetDateTime fromString(String text) {
            return text == null ? null : OffsetDateTime.parse(text);
        }

        @Override
        public String toString(OffsetDateTime time) {
            return time.toString();
        }
    }
}
