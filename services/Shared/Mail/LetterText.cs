using System.Text.RegularExpressions;

namespace PilotRegistry.Mail;

/// <summary>
/// A letter as it is written down: first line the subject, then an empty line, then the text. <c>{name}</c> stands for a value; a line
/// with a value that is not known is left out.
/// </summary>
public sealed partial record LetterText(string Subject, string Text)
{
    /// <param name="values">By name. Each is brought to one line: a line break in a park's name adds neither a header nor a line.</param>
    public static LetterText Fill(string template, IReadOnlyDictionary<string, string?> values)
    {
        var lines = template.ReplaceLineEndings("\n").TrimEnd().Split('\n')
            .Where(line => Names().Matches(line).All(name => values.TryGetValue(name.Groups[1].Value, out var value) && !string.IsNullOrWhiteSpace(value)))
            .Select(line => Names().Replace(line, name => Post.OneLine(values[name.Groups[1].Value]!)))
            .ToList();
        return new(lines[0], string.Join('\n', lines.Skip(2)) + "\n");
    }

    [GeneratedRegex("""\{(\w+)\}""")]
    private static partial Regex Names();
}
