using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// JSON in the one spelling that the profile <c>registry-leaf/1</c> has for a value: a narrow RFC 8785. Names sorted, no white space,
/// whole numbers only, of all escapes only <c>\"</c>, <c>\\</c> and <c>\n</c>. .NET's own writer escapes more and is not used.
/// </summary>
public static class LeafJson
{
    /// <summary>2⁵³ − 1: what every language reads as it was written.</summary>
    public const long LargestInteger = (1L << 53) - 1;

    /// <summary>Levels of lists and objects within one another.</summary>
    internal const int Deepest = 16;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    /// <exception cref="OutOfProfileException">The value has something that the profile does not.</exception>
    public static byte[] Write(JsonNode value)
    {
        var text = new StringBuilder();
        Write(text, value, Deepest);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, JsonNode? value, int depth)
    {
        if (depth == 0)
        {
            throw new OutOfProfileException($"It is nested deeper than {Deepest} levels.");
        }

        switch (value)
        {
            case JsonObject named: WriteObject(text, named, depth); break;
            case JsonArray list: WriteArray(text, list, depth); break;
            case JsonValue scalar: WriteScalar(text, scalar); break;
            default: throw new OutOfProfileException("It has a null: leave the member out.");
        }
    }

    private static void WriteObject(StringBuilder text, JsonObject named, int depth)
    {
        var comma = '{';
        foreach (var (name, value) in named.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(NameCharacters))
            {
                throw new OutOfProfileException($"'{name}' is not a name: lower-case letters, digits and underscores.");
            }

            text.Append(comma).Append('"').Append(name).Append("\":");
            Write(text, value, depth - 1);
            comma = ',';
        }

        text.Append(comma == '{' ? "{}" : "}");
    }

    private static void WriteArray(StringBuilder text, JsonArray list, int depth)
    {
        var comma = '[';
        foreach (var value in list)
        {
            text.Append(comma);
            Write(text, value, depth - 1);
            comma = ',';
        }

        text.Append(comma == '[' ? "[]" : "]");
    }

    private static void WriteScalar(StringBuilder text, JsonValue scalar)
    {
        switch (scalar.GetValueKind())
        {
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.False: text.Append("false"); break;
            case JsonValueKind.String: WriteString(text, scalar.GetValue<string>()); break;
            case JsonValueKind.Number when scalar.TryGetValue(out long whole) && whole is >= -LargestInteger and <= LargestInteger:
                text.Append(CultureInfo.InvariantCulture, $"{whole}");
                break;
            case JsonValueKind.Number when scalar.TryGetValue(out int small): text.Append(CultureInfo.InvariantCulture, $"{small}"); break;
            default: throw new OutOfProfileException($"{scalar.ToJsonString()} is not a whole number within ±(2⁵³ − 1): write quantities as text with the unit in the name.");
        }
    }

    /// <exception cref="OutOfProfileException">A control character, half a character, or text that is not in normal form C.</exception>
    internal static void WriteString(StringBuilder text, string value)
    {
        Check(value);
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                _ => text.Append(c)
            };
        }

        text.Append('"');
    }

    /// <summary>Whether text is in normal form C. U+FFFE, which .NET does not ask about, stands for itself as U+FFFD does.</summary>
    internal static bool IsNormal(string value) => value.Replace('\uFFFE', '\uFFFD').IsNormalized(NormalizationForm.FormC);

    private static void Check(string value)
    {
        if (value.Any(c => char.IsControl(c) && c != '\n'))
        {
            throw new OutOfProfileException("Text has a control character other than a line end.");
        }

        for (var n = 0; n < value.Length; n++)
        {
            if (char.IsSurrogate(value[n]) && (n + 1 == value.Length || !char.IsSurrogatePair(value[n], value[++n])))
            {
                throw new OutOfProfileException("Text has half a character.");
            }
        }

        if (!IsNormal(value))
        {
            throw new OutOfProfileException("Text is not in Unicode normal form C.");
        }
    }
}

/// <summary>Something cannot stand in the log as it is; the message says what.</summary>
public sealed class OutOfProfileException(string message) : FormatException(message);
