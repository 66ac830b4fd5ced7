using System.Collections.Concurrent;
using System.Text.Json;

namespace PilotRegistry.Methodology;

/// <summary>What a reported text or code must look like.</summary>
internal static class TextRules
{
    private const int MaxLength = 4000;
    private const int Sha256Length = 64;
    private static readonly ConcurrentDictionary<Type, string[]> KnownCodes = new();

    public static void Check(JsonElement json, Type type, bool sha256, string pointer, Problems problems)
    {
        if (json.ValueKind is not JsonValueKind.String)
            problems.Add(pointer, "wrong-type", "类型不对：此处应为带引号的文字。", "Wrong type: enter a text in quotes here.");
        else if (TextOf(json) is not { } text)
            problems.Add(pointer, "not-text", "含有不可用的字符：请将制表符改为空格，并删除其他控制字符和不完整的字符。", "Holds characters that are no text: replace tabs by spaces, and remove other control characters and halves of characters.");
        else if (type.IsEnum) CheckCode(text, type, pointer, problems);
        else if (text.Length > MaxLength)
            problems.Add(pointer, "too-long", $"超过 {MaxLength} 个字符：请缩短。", $"Longer than {MaxLength} characters: shorten it.");
        else if (sha256 && !IsSha256(text))
            problems.Add(pointer, "not-sha256", "应为证据文件的 SHA-256：64 位小写十六进制数字。", "Enter the SHA-256 of the evidence file: 64 lower-case hexadecimal digits.");
    }

    /// <summary>As <see cref="PlainText"/>; null when it cannot be brought to it.</summary>
    public static string? TextOf(JsonElement json) => PlainText.Read(json.GetString);

    public static string? NameOf(JsonProperty property) => PlainText.Read(() => property.Name);

    private static bool IsSha256(string text) => text.Length == Sha256Length && text.All(char.IsAsciiHexDigitLower);

    private static void CheckCode(string text, Type type, string pointer, Problems problems)
    {
        var known = KnownCodes.GetOrAdd(type, codes => [.. Enum.GetNames(codes).Select(JsonNamingPolicy.CamelCase.ConvertName)]);
        if (known.Contains(text)) return;
        var list = string.Join(", ", known);
        problems.Add(pointer, "unknown-code", $"不认识“{text}”：请填写其中之一：{list}。", $"\"{text}\" is unknown: enter one of {list}.");
    }
}
