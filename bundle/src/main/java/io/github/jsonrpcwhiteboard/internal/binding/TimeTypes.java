package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonValueFormat;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;

/**
 * The types of {@code java.time}. Points in time are milliseconds since the epoch, and ISO-8601 text is read too, as
 * {@code Date} and {@code Calendar} have it from Jackson. The others are ISO-8601 text.
 */
final class TimeTypes extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    TimeTypes() {
        super("java.time");
        point(Instant.class, Instant::toEpochMilli, Instant::ofEpochMilli,
                text -> OffsetDateTime.parse(text).toInstant());
        point(OffsetDateTime.class, time -> time.toInstant().toEpochMilli(),
                millis -> Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC), OffsetDateTime::parse);
        point(ZonedDateTime.class, time -> time.toInstant().toEpochMilli(),
                millis -> Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC), ZonedDateTime::parse);
        text(LocalDate.class, LocalDate::parse);
        text(LocalTime.class, LocalTime::parse);
        text(LocalDateTime.class, LocalDateTime::parse);
        text(Duration.class, Duration::parse);
        text(Period.class, Period::parse);
        text(ZoneId.class, ZoneId::of);
        text(ZoneOffset.class, ZoneOffset::of);
    }

    private <T> void point(Class<T> type, ToLongFunction<T> toMillis, Function<Long, T> ofMillis,
            Function<String, T> parse) {
        addSerializer(type, new Millis<>(type, toMillis));
        addDeserializer(type, new Text<>(type, parse, ofMillis));
    }

    private <T> void text(Class<T> type, Function<String, T> parse) {
        addSerializer(type, new ToStringSerializer(type));
        addDeserializer(type, new Text<>(type, parse, null));
    }

    private static final class Millis<T> extends StdScalarSerializer<T> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient ToLongFunction<T> toMillis;

        Millis(Class<T> type, ToLongFunction<T> toMillis) {
            super(type);
            this.toMillis = toMillis;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(toMillis.applyAsLong(value));
        }

        @Override
        public void acceptJsonFormatVisitor(JsonFormatVisitorWrapper visitor, JavaType type)
                throws JsonMappingException {
            visitIntFormat(visitor, type, JsonParser.NumberType.LONG, JsonValueFormat.UTC_MILLISEC);
        }
    }

    /** Reads a text, or milliseconds as a number or as digits where the type is a point in time. */
    private static final class Text<T> extends StdScalarDeserializer<T> {

        @Serial
        private static final long serialVersionUID = 1L;

        private final Class<T> type;
        private final transient Function<String, T> parse;
        private final transient Function<Long, T> ofMillis;

        Text(Class<T> type, Function<String, T> parse, Function<Long, T> ofMillis) {
            super(type);
            this.type = type;
            this.parse = parse;
            this.ofMillis = ofMillis;
        }

        @Override
        public LogicalType logicalType() {
            return ofMillis == null ? LogicalType.OtherScalar : LogicalType.DateTime;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.hasToken(JsonToken.VALUE_NUMBER_INT) && ofMillis != null) {
                return ofMillis.apply(in.getLongValue());
            }
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, in));
            }
            String text = in.getText().trim();
            try {
                return ofMillis != null && isNumber(text) ? ofMillis.apply(Long.valueOf(text)) : parse.apply(text);
            } catch (DateTimeException | NumberFormatException e) {
                return type.cast(context.handleWeirdStringValue(type, text, "not a valid text of this type"));
            }
        }

        private static boolean isNumber(String text) {
            int start = text.startsWith("-") ? 1 : 0;
            return text.length() > start && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
        }
    }
}
