using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PilotRegistry.Contracts;

/// <summary>
/// One spelling for one value (RFC 8785), so that anyone can repeat a hash: members sorted, no space, only the escapes that
/// JSON demands. Our decimals are strings; numbers are whole, but for coordinates, which are written in full without trailing zeros.
/// </summary>
public static class CanonicalJson
{
    /// <summary><c>sha256:</c> and 64 hexadecimal digits over the UTF-8 bytes of the canonical form of an event's body.</summary>
    public static string Hash<T>(T value) => Hash(JsonSerializer.SerializeToElement(value, RegistryJson.Events));

    public static string Hash(JsonElement json) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(json))))}";

    public static string Write(JsonElement json)
    {
        var text = new StringBuilder();
        Write(json, text);
        return text.ToString();
    }

    private static void Write(JsonElement json, StringBuilder text)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var members = json.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal);
                Join('{', members, '}', text, member =>
                {
                    Write(member.Name, text);
                    text.Append(':');
                    Write(member.Value, text);
                });
                break;
            case JsonValueKind.Array:
                Join('[', json.EnumerateArray(), ']', text, item => Write(item, text));
                break;
            case JsonValueKind.String:
                Write(json.GetString()!, text);
                break;
            case JsonValueKind.Number:
                text.Append(Number(json));
                break;
            default:
                text.Append(json.GetRawText());
                break;
        }
    }

    private static string Number(JsonElement json) => json switch
    {
        _ when json.TryGetInt64(out var whole) => whole.ToString(CultureInfo.InvariantCulture),
        _ when json.TryGetDecimal(out var exact) => exact.ToString("0.############################", CultureInfo.InvariantCulture),
        _ => json.GetDouble().ToString("R", CultureInfo.InvariantCulture)
    };

    private static void Join<T>(char open, IEnumerable<T> items, char close, StringBuilder text, Action<T> write)
    {
        text.Append(open);
        foreach (var (n, item) in items.Index())
        {
            text.Append(n == 0 ? "" : ",");
            write(item);
        }

        text.Append(close);
    }

    private static void Write(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var character in value)
        {
            text.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => $"\\u{(int)character:x4}",
                _ => character.ToString()
            });
        }

        text.Append('"');
    }
}
