using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PilotRegistry.Methodology;

/// <summary><c>pack.yaml</c> as it is written; numbers stay text until they are read like all others.</summary>
internal sealed class PackYaml
{
    public string Id { get; init; } = "";
    public string Version { get; init; } = "";
    /// <summary><c>id@version</c> of the national pack that a refinement tightens; null for every other kind of pack.</summary>
    public string? Refines { get; init; }
    public Words Title { get; init; } = new();
    public string Source { get; init; } = "";
    public int FirstYear { get; init; }
    public TargetLists Targets { get; init; } = new();
    public Dictionary<string, Choice> Settings { get; init; } = [];
    public Dictionary<string, Number> Thresholds { get; init; } = [];
    public List<Added> Indicators { get; init; } = [];

    public sealed class Words
    {
        public string Zh { get; init; } = "";
        public string En { get; init; } = "";
        public Wording Wording => new(Zh, En);
    }

    public sealed class TargetLists
    {
        public List<Band> Core { get; init; } = [];
        public Dictionary<string, Number> Guiding { get; init; } = [];
    }

    public sealed class Number
    {
        public string Value { get; init; } = "";
        public string Source { get; init; } = "";
        public string Mark { get; init; } = "";
    }

    public sealed class Band
    {
        public string FromTce { get; init; } = "";
        public string? BelowTce { get; init; }
        public string Value { get; init; } = "";
        public string Source { get; init; } = "";
        public string Mark { get; init; } = "";
    }

    public sealed class Choice
    {
        public string Value { get; init; } = "";
        public List<string> Alternatives { get; init; } = [];
        public List<string> Overridable { get; init; } = [];
        public string Mark { get; init; } = "";
        public Words Reason { get; init; } = new();
    }

    public sealed class Added
    {
        public string Id { get; init; } = "";
        public Words Label { get; init; } = new();
        public string Formula { get; init; } = "";
        public string Unit { get; init; } = "";
        public string? AtLeast { get; init; }
        public string? AtMost { get; init; }
        public string Source { get; init; } = "";
        public string Mark { get; init; } = "";
    }

    /// <summary>An unknown or doubled key is a fault: a misspelt setting must not silently keep its default.</summary>
    public static PackYaml Parse(PackFiles files)
    {
        try
        {
            return new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithDuplicateKeyChecking()
                .Build()
                .Deserialize<PackYaml?>(files.Text("pack.yaml")) ?? new();
        }
        catch (YamlException broken)
        {
            throw new RulePackException([$"pack.yaml:{broken.Start.Line}: {broken.InnerException?.Message ?? broken.Message}"], files.Folder);
        }
    }
}
