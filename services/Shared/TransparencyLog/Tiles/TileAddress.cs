using System.Globalization;
using System.Text.RegularExpressions;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// One file of the tree (C2SP tlog-tiles): up to 256 hashes that stand beside one another, or the entries below them.
/// </summary>
/// <param name="Level">0 holds hashes of entries, each level above those of whole tiles of the one below; null for the entries themselves.</param>
/// <param name="Index">Which of its level, from 0.</param>
/// <param name="Width">How many hashes or entries, 1–256; below 256 the file is partial and will be replaced by a wider one.</param>
public readonly partial record struct TileAddress(int? Level, ulong Index, int Width)
{
    public const int FullWidth = 256;

    /// <summary>Levels of the binary tree that one tile spans.</summary>
    internal const int Height = 8;

    public bool IsPartial => Width < FullWidth;

    /// <summary><c>tile/0/x001/x234/067.p/12</c>: three digits a folder, so that no folder grows too large.</summary>
    public string Path
    {
        get
        {
            var name = (Index % 1000).ToString("000", CultureInfo.InvariantCulture);
            for (var rest = Index / 1000; rest > 0; rest /= 1000)
            {
                name = $"x{(rest % 1000).ToString("000", CultureInfo.InvariantCulture)}/{name}";
            }

            var level = Level?.ToString(CultureInfo.InvariantCulture) ?? "entries";
            return IsPartial ? $"tile/{level}/{name}.p/{Width}" : $"tile/{level}/{name}";
        }
    }

    /// <summary>Reads a path in the one spelling it has.</summary>
    public static bool TryParse(string path, out TileAddress address)
    {
        address = default;
        var match = Spelling().Match(path);
        var digits = match.Groups["n"].Value.Replace("x", "", StringComparison.Ordinal).Replace("/", "", StringComparison.Ordinal);
        if (!match.Success || !ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        int? level = match.Groups["l"].Value == "entries" ? null : int.Parse(match.Groups["l"].Value, CultureInfo.InvariantCulture);
        var width = match.Groups["w"].Success ? int.Parse(match.Groups["w"].Value, CultureInfo.InvariantCulture) : FullWidth;
        address = new(level, index, width);
        return address.Path == path && level is null or <= 63;
    }

    /// <summary>The files that hold a level of a tree of this size, the partial one last.</summary>
    public static IEnumerable<TileAddress> OfLevel(int? level, ulong size)
    {
        var hashes = size >> (Height * (level ?? 0));
        for (ulong index = 0; index < hashes / FullWidth; index++)
        {
            yield return new(level, index, FullWidth);
        }

        if (hashes % FullWidth is > 0 and var rest)
        {
            yield return new(level, hashes / FullWidth, (int)rest);
        }
    }

    [GeneratedRegex("^tile/(?<l>entries|[0-9]{1,2})/(?<n>(x[0-9]{3}/){0,6}[0-9]{3})(\\.p/(?<w>[1-9][0-9]{0,2}))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Spelling();
}
