namespace PilotRegistry.Methodology;

/// <summary>Which of the three kinds of pack a folder holds, before it is read.</summary>
internal static class PackKind
{
    internal enum Kind { National, Refinement, Title }

    public static Kind Of(PackFiles files)
    {
        var yaml = PackYaml.Parse(files);
        return yaml.Refines is not null ? Kind.Refinement
            : yaml.Id.StartsWith(TitleReader.Prefix, StringComparison.Ordinal) ? Kind.Title : Kind.National;
    }
}
