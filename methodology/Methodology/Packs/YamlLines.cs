using YamlDotNet.RepresentationModel;

namespace PilotRegistry.Methodology;

/// <summary>Where in <c>pack.yaml</c> something stands, so that a fault can name the line.</summary>
internal sealed class YamlLines
{
    private readonly Dictionary<string, long> lines = [];

    /// <param name="text">YAML that has been read already, so it is known to be sound.</param>
    public YamlLines(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents.Count > 0) Walk(stream.Documents[0].RootNode, "");
    }

    /// <summary><c>pack.yaml:12</c> for the nearest known place at or above the path, such as targets/core/0; the first line for what is not there at all.</summary>
    public string Place(string path)
    {
        while (true)
        {
            if (lines.TryGetValue(path, out var line)) return $"pack.yaml:{line} {path}";
            if (path.LastIndexOf('/') is var cut && cut < 0) return $"pack.yaml:1 {path}";
            path = path[..cut];
        }
    }

    private void Walk(YamlNode node, string path)
    {
        if (node is YamlMappingNode mapping)
            foreach (var (key, value) in mapping.Children) Note(key, value, path.Length == 0 ? $"{key}" : $"{path}/{key}");
        else if (node is YamlSequenceNode sequence)
            for (var at = 0; at < sequence.Children.Count; at++) Note(sequence.Children[at], sequence.Children[at], $"{path}/{at}");
    }

    private void Note(YamlNode key, YamlNode value, string path)
    {
        lines[path] = key.Start.Line;
        Walk(value, path);
    }
}
