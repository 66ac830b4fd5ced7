using System.Text.RegularExpressions;
using PilotRegistry.Testing;

namespace PilotRegistry.Architecture;

/// <summary>The code says what the law says: <c>docs/glossary.md</c> pairs the words.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs/glossary.md"));

    [Fact]
    public void Every_name_in_the_glossary_exists_in_the_code() => Assert.DoesNotContain(Names(), name => !Exists(name));

    [Fact]
    public void The_glossary_names_something() => Assert.True(Names().Count() > 40);

    /// <summary>The third column: names of types, or of a type's member.</summary>
    private static IEnumerable<string> Names() => Page.Split('\n')
        .Select(line => line.Split('|')).Where(cells => cells.Length == 6)
        .SelectMany(cells => Code().Matches(cells[3]).Select(m => m.Groups[1].Value)).Distinct();

    private static bool Exists(string name) => name.Split('.') switch
    {
        [var type] => Programs.Types.Any(t => t.Name == type),
        [var type, var member] => Programs.Types.Any(t => t.Name == type && t.GetMember(member).Length > 0),
        _ => false
    };

    [GeneratedRegex("`([A-Za-z.]+)`")]
    private static partial Regex Code();
}
