package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.util.ClassUtil;

/**
 * How well a JSON value fits a Java type: 0 is best, {@link #NONE} not at all. Only compares overloads; whether a value
 * can really be read is found out when it is.
 */
final class Fit {

    /** The value does not fit. */
    static final int NONE = -1;

    /** By which rank a whole number fits: what Java itself would choose first, then what holds it without loss. */
    private static final List<Class<?>> WHOLE = List.of(Integer.class, Long.class, Short.class, Byte.class,
            BigInteger.class, BigDecimal.class, Double.class, Float.class, Number.class);
    private static final List<Class<?>> FRACTION = List.of(Double.class, BigDecimal.class, Float.class, Number.class);
    private static final int TIME = 20;
    private static final int ANY = 30;
    private static final int TEXT = 40;
    private static final int PARSED = 50;
    private static final int BEAN = 80;
    private static final int EMPTY = 90;
    private static final int SINGLE = 100;

    private Fit() {
    }

    /** Rates the value at which a parser stands, and moves to its last token. */
    static int of(JsonParser in, JavaType declared) throws IOException {
        JavaType type = declared.isReferenceType() ? declared.getReferencedType() : declared;
        return switch (in.currentToken()) {
            case VALUE_NULL -> ofNull(type);
            case START_ARRAY -> array(in, type);
            case START_OBJECT -> {
                in.skipChildren();
                yield object(type);
            }
            default -> scalar(value(in), type);
        };
    }

    /** Rates a text, a number or a truth value that has been read, or null. */
    static int ofValue(Object value, JavaType declared) {
        JavaType type = declared.isReferenceType() ? declared.getReferencedType() : declared;
        return value == null ? ofNull(type) : scalar(value, type);
    }

    private static int ofNull(JavaType type) {
        return type.isPrimitive() ? NONE : 0;
    }

    /** Whether an object can be read as this type, and how well. */
    static int object(JavaType declared) {
        JavaType type = declared.isReferenceType() ? declared.getReferencedType() : declared;
        Class<?> raw = type.getRawClass();
        if (isAny(type)) {
            return ANY;
        }
        if (Map.class.isAssignableFrom(raw)) {
            return 2;
        }
        if (type.isContainerType()) {
            int content = raw == byte[].class ? NONE : object(type.getContentType());
            return content == NONE ? NONE : content + SINGLE;
        }
        return isScalar(type) ? NONE : 1;
    }

    private static int array(JsonParser in, JavaType type) throws IOException {
        if (!type.isContainerType() || Map.class.isAssignableFrom(type.getRawClass())) {
            return isAny(type) ? any(in) : emptyObject(in, type);
        }
        int worst = 0;
        JavaType content = type.getContentType();
        while (in.nextToken() != null && !in.currentToken().isStructEnd()) {
            int fit = of(in, content);
            worst = fit == NONE || worst == NONE ? NONE : Math.max(worst, fit);
        }
        return worst;
    }

    private static int any(JsonParser in) throws IOException {
        in.skipChildren();
        return ANY;
    }

    private static int emptyObject(JsonParser in, JavaType type) throws IOException {
        int fit = object(type) == NONE ? NONE : EMPTY;
        while (in.nextToken() != null && !in.currentToken().isStructEnd()) {
            in.skipChildren();
            fit = NONE;
        }
        return fit;
    }

    /** The value at which a parser stands; any fraction for one, of which only the kind matters. */
    private static Object value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_NUMBER_INT -> in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? in.getBigIntegerValue() : (Object) in.getLongValue();
            case VALUE_NUMBER_FLOAT -> Double.NaN;
            case VALUE_STRING -> in.getText();
            default -> in.getBooleanValue();
        };
    }

    private static int scalar(Object value, JavaType type) {
        Class<?> raw = type.getRawClass();
        if (isAny(type)) {
            return ANY;
        }
        if (type.isContainerType() && raw != byte[].class) {
            int content = Map.class.isAssignableFrom(raw) ? NONE : ofValue(value, type.getContentType());
            return content == NONE ? NONE : content + SINGLE;
        }
        if (value instanceof String text) {
            return text(text, type);
        }
        if (value instanceof Boolean) {
            return isBoolean(raw) ? 0 : isText(raw) ? TEXT : NONE;
        }
        if (value instanceof Double) {
            return isBoolean(raw) ? NONE : number(FRACTION, type);
        }
        return whole((Number) value, type);
    }

    private static int whole(Number value, JavaType type) {
        Class<?> boxed = boxed(type.getRawClass());
        boolean room = value instanceof BigInteger big ? hasRoom(boxed, big) : hasRoom(boxed, value.longValue());
        if (!room || isBoolean(boxed)) {
            return NONE;
        }
        return isTime(boxed) ? TIME : number(WHOLE, type);
    }

    private static int number(List<Class<?>> order, JavaType type) {
        Class<?> raw = type.getRawClass();
        int rank = order.indexOf(boxed(raw));
        if (rank >= 0) {
            return 2 * rank + (raw.isPrimitive() ? 0 : 1);
        }
        return isText(raw) ? TEXT : isScalar(type) ? NONE : BEAN;
    }

    private static int text(String text, JavaType type) {
        Class<?> raw = type.getRawClass();
        Class<?> boxed = boxed(raw);
        if (isText(raw)) {
            return raw == String.class ? 0 : 1;
        }
        if (type.isEnumType()) {
            return isConstant(raw, text) ? 2 : NONE;
        }
        if (raw == byte[].class) {
            return 4;
        }
        if (boxed == Character.class) {
            return text.length() == 1 ? 3 : NONE;
        }
        if (isBoolean(raw)) {
            return "true".equalsIgnoreCase(text.trim()) || "false".equalsIgnoreCase(text.trim()) ? PARSED : NONE;
        }
        if (isTime(raw)) {
            return TIME;
        }
        int rank = WHOLE.indexOf(boxed);
        if (rank >= 0) {
            boolean whole = rank < WHOLE.indexOf(BigDecimal.class);
            return isNumber(text.trim(), whole) && (!whole || hasRoom(boxed, text.trim())) ? PARSED + 2 * rank : NONE;
        }
        return BEAN;
    }

    private static boolean hasRoom(Class<?> boxed, String digits) {
        return digits.length() <= Limits.MAX_NUMBER && hasRoom(boxed, new BigInteger(digits));
    }

    private static boolean hasRoom(Class<?> boxed, BigInteger value) {
        return value.bitLength() <= bits(boxed);
    }

    private static boolean hasRoom(Class<?> boxed, long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value < 0 ? ~value : value) <= bits(boxed);
    }

    /** How many bits a type has for the amount of a number. */
    private static int bits(Class<?> boxed) {
        return boxed == Byte.class ? 7 : boxed == Short.class ? 15 : boxed == Integer.class ? 31
                : boxed == Long.class ? 63 : Integer.MAX_VALUE;
    }

    private static boolean isConstant(Class<?> type, String text) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(String text, boolean whole) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (!(i == 0 && (c == '-' || c == '+')) && (whole || "+-.eE".indexOf(c) < 0)) {
                return false;
            }
        }
        return digits > 0;
    }

    private static Class<?> boxed(Class<?> raw) {
        return raw.isPrimitive() ? ClassUtil.wrapperType(raw) : raw;
    }

    private static boolean isAny(JavaType type) {
        return type.isJavaLangObject() || TreeNode.class.isAssignableFrom(type.getRawClass());
    }

    private static boolean isText(Class<?> raw) {
        return raw == String.class || raw == CharSequence.class;
    }

    private static boolean isBoolean(Class<?> raw) {
        return raw == boolean.class || raw == Boolean.class;
    }

    private static boolean isTime(Class<?> raw) {
        return Date.class.isAssignableFrom(raw) || Calendar.class.isAssignableFrom(raw)
                || Temporal.class.isAssignableFrom(raw);
    }

    /** Types of which a value is one token. */
    private static boolean isScalar(JavaType type) {
        Class<?> raw = type.getRawClass();
        return type.isPrimitive() || type.isEnumType() || isText(raw) || isTime(raw) || isBoolean(raw)
                || Number.class.isAssignableFrom(raw) || raw == Character.class
                || ClassUtil.isJDKClass(raw) && !type.isContainerType() && !type.isJavaLangObject();
    }
}
