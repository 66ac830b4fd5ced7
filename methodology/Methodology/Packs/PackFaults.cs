namespace PilotRegistry.Methodology;

/// <summary>Everything wrong with a pack, gathered so that its author sees all of it at once.</summary>
internal sealed class PackFaults(PackFiles files)
{
    private static readonly string[] Marks = ["V", "V2", "S", "U"];
    private readonly List<string> faults = [];
    private readonly Lazy<YamlLines> lines = new(() => new(files.Text("pack.yaml")));

    /// <summary>A place in <c>pack.yaml</c> with its line; only once the file has been read as YAML.</summary>
    public string Yaml(string path) => lines.Value.Place(path);

    public void Add(string place, string fault) => faults.Add($"{place}: {fault}.");

    public void CheckOrigin(string place, string source, string mark)
    {
        if (string.IsNullOrWhiteSpace(source)) Add(place, "has no source");
        if (!Marks.Contains(mark)) Add(place, $"has no known mark ({string.Join(", ", Marks)})");
    }

    /// <summary>LF line ends, as the hash is over them, and no file that nobody reads.</summary>
    public void CheckFiles(IReadOnlyCollection<string> known)
    {
        foreach (var (path, bytes) in files.Contents)
        {
            if (bytes.Contains((byte)'\r')) Add(path, "has CR line ends; the hash is over LF");
            if (!known.Contains(path)) Add(path, $"is no part of this kind of pack ({string.Join(", ", known)})");
        }
    }

    public void ThrowIfAny()
    {
        if (faults.Count > 0) throw ToException();
    }

    public RulePackException ToException() => new(faults, files.Folder);
}
