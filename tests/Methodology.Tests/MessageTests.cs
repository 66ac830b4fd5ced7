using System.Text.RegularExpressions;
using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>Messages are for people: each language says things by their names, not by the names of fields and codes.</summary>
public sealed partial class MessageTests
{
    /// <summary>Units and formats that are written like this in both languages; "实测 measured" is a source in both at once.</summary>
    private static readonly HashSet<string> Ordinary = ["MWh", "kWh", "tce", "kgce", "tCO", "JSON", "UTF", "SHA", "m3", "measured"];

    [Fact]
    public void Chinese_messages_hold_no_field_names() => Assert.Equal([], Literals().Where(IsChinese).SelectMany(text => Word().Matches(text))
        .Select(word => word.Value).Where(word => !Ordinary.Contains(word) && word.Any(char.IsAsciiLetterLower)));

    [Fact]
    public void English_messages_hold_no_field_names() => Assert.Equal(
        [], Literals().Where(text => !IsChinese(text) && text.Split(' ').Length > 3).SelectMany(text => FieldName().Matches(text)).Select(word => word.Value).Where(word => !Ordinary.Contains(word)));

    [Fact]
    public void Kinds_of_waste_energy_have_names_in_each_language()
    {
        var message = (Year with { Indicators = new() { WasteEnergy = new() { Heat = new() { Recoverable = 1, Recovered = 1 } } } }).Result().Signal("wasteEnergyKindMissing").Message;

        Assert.Equal("余能利用未填报：余冷、余压。没有可回收量请填 0 并说明。", message.Zh);
        Assert.Equal("Waste energy left out: cold, pressure. Where nothing is recoverable, enter 0 and say so.", message.En);
    }

    [Fact]
    public void Varieties_have_names_in_each_language()
    {
        var message = (Year with { Context = new() { Stocks = [new() { Fuel = "NG", Purchased = 10 }] } }).Result().Signal("stockResidual").Message;

        Assert.StartsWith("天然气(气态)的库存平衡", message.Zh, StringComparison.Ordinal);
        Assert.StartsWith("The balance of natural gas", message.En, StringComparison.Ordinal);
    }

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    /// <summary>Texts in quotes of the code that refuses and notices, without what is filled in.</summary>
    private static IEnumerable<string> Literals() => new[] { "Checking", "Input", "Indicators", "Signals", "Output" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), "methodology", "Methodology", folder), "*.cs", SearchOption.AllDirectories))
        .SelectMany(File.ReadAllLines)
        .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        .SelectMany(line => Literal().Matches(line)).Select(literal => FilledIn().Replace(literal.Groups[1].Value, ""));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PilotRegistry.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*(?:\}|\z)")]
    private static partial Regex FilledIn();

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b[a-z]+[A-Z][A-Za-z]*\b|\b[a-z]+[0-9]\b")]
    private static partial Regex FieldName();
}
