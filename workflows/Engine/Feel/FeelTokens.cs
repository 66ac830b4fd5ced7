using System.Globalization;
using System.Text;

namespace PilotRegistry.Workflows.Engine;

internal enum FeelTokenKind
{
    Number,
    Text,
    Temporal,
    Name,
    Sign,
    End,
}

/// <param name="At">From 1, in the expression's text.</param>
internal readonly record struct FeelToken(FeelTokenKind Kind, string Text, int At, decimal Number = 0);

/// <summary>An expression could not be read or computed; the position is null when it is about the whole.</summary>
internal sealed class FeelFault(Wording wording, int? at = null) : Exception(wording.En)
{
    public Wording Wording { get; } = at is null
        ? wording
        : new($"第 {at} 个字符处：{wording.Zh}", $"At character {at}: {wording.En}");

    public int? At { get; } = at;
}

/// <summary>Cuts an expression into words, numbers, texts and signs.</summary>
internal static class FeelTokens
{
    private static readonly string[] Signs = ["..", "!=", "<=", ">=", "+", "-", "*", "/", "=", "<", ">", "(", ")", "[", "]", "{", "}", ",", ".", ":"];

    public static List<FeelToken> Of(string text)
    {
        var tokens = new List<FeelToken>();
        for (var at = 0; ;)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length) break;
            var token = Next(text, ref at);
            tokens.Add(token);
        }

        tokens.Add(new(FeelTokenKind.End, "", text.Length + 1));
        return tokens;
    }

    private static FeelToken Next(string text, ref int at)
    {
        var start = at;
        if (char.IsAsciiDigit(text[at])) return Number(text, ref at);
        if (text[at] == '"') return new(FeelTokenKind.Text, Quoted(text, ref at), start + 1);
        if (text[at] == '@' && at + 1 < text.Length && text[at + 1] == '"')
        {
            at++;
            return new(FeelTokenKind.Temporal, Quoted(text, ref at), start + 1);
        }

        if (char.IsLetter(text[at]) || text[at] == '_')
        {
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_')) at++;
            return new(FeelTokenKind.Name, text[start..at], start + 1);
        }

        var position = at;
        var sign = Signs.FirstOrDefault(each => string.CompareOrdinal(text, position, each, 0, each.Length) == 0)
            ?? throw new FeelFault(new($"不认识的字符“{text[at]}”。", $"\"{text[at]}\" is not understood here."), at + 1);
        at += sign.Length;
        return new(FeelTokenKind.Sign, sign, start + 1);
    }

    private static FeelToken Number(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        }

        var word = text[start..at];
        return word.Length <= 29 && decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new(FeelTokenKind.Number, word, start + 1, number)
            : throw new FeelFault(new("数字太长。", "The number is too long."), start + 1);
    }

    private static string Quoted(string text, ref int at)
    {
        var start = at++;
        var result = new StringBuilder();
        while (at < text.Length && text[at] != '"') result.Append(text[at] == '\\' ? Escaped(text, ref at) : text[at++]);
        if (at++ >= text.Length) throw new FeelFault(new("引号没有结束。", "The quotation is not closed."), start + 1);
        return result.ToString();
    }

    private static char Escaped(string text, ref int at)
    {
        var start = at++;
        var (sign, length) = (at < text.Length ? text[at] : ' ') switch
        {
            '"' => ('"', 1),
            '\\' => ('\\', 1),
            'n' => ('\n', 1),
            't' => ('\t', 1),
            'u' when at + 5 <= text.Length && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) => ((char)code, 5),
            _ => throw new FeelFault(new("不认识的转义。", "This escape is not understood."), start + 1)
        };
        at += length;
        return sign;
    }
}
