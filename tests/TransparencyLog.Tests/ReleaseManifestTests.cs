using System.Text;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>The signed manifest of a day's open data.</summary>
public sealed class ReleaseManifestTests
{
    private const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private const string Text =
        $"registry.example/log/releases\nday 2026-11-21\nbefore 2026-11-20 {Hash}\nlog registry.example/log 41 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
        + $"file {Hash} 0 0 2026-11-20 events.csv\nfile {Hash} 12 1 2026-11-21 parks.csv\n";

    private static readonly NoteSigner Key = NoteSigner.Ed25519(ReleaseManifest.KeyName(Keys.Origin), Keys.Secret("releases"));

    private static readonly ReleaseManifest Manifest = new(
        Keys.Origin, new(2026, 11, 21), new(new(2026, 11, 20), Hash), new(Keys.Origin, 41, Merkle.EmptyRoot),
        [new("events.csv", Hash, 0, 0, new(2026, 11, 20)), new("parks.csv", Hash, 12, 1, new(2026, 11, 21))]);

    [Fact]
    public void A_manifest_is_read_as_it_was_written()
    {
        Assert.Equal(Text, Manifest.ToText());
        var read = ReleaseManifest.Open(SignedNote.Parse(Manifest.SignedBy(Key).ToBytes()), [Key.Key]);
        Assert.Equal((Manifest.Day, Manifest.Before, Manifest.Log), (read.Day, read.Before, read.Log));
        Assert.Equal(Manifest.Files, read.Files);
        Assert.Equal(Hash, ReleaseFile.Of("empty.csv", [], 0, Manifest.Day).Sha256);
    }

    [Fact]
    public void The_first_release_follows_none_and_a_register_may_have_no_log()
    {
        var first = Manifest with { Before = null, Log = null };
        Assert.Equal(first.ToText(), ReleaseManifest.Parse(first.ToText()).ToText());
    }

    [Fact]
    public void A_day_whose_files_all_lie_with_earlier_days_is_unchanged()
    {
        Assert.False(Manifest.IsUnchanged);
        Assert.True((Manifest with { Day = new(2026, 11, 22) }).IsUnchanged);
    }

    [Fact]
    public void Only_a_key_that_releases_for_this_register_is_believed()
    {
        var note = Manifest.SignedBy(Key);
        var another = NoteSigner.Ed25519(ReleaseManifest.KeyName("other.example"), Keys.Secret("releases"));
        Assert.Throws<FormatException>(() => ReleaseManifest.Open(note, []));
        Assert.Throws<FormatException>(() => ReleaseManifest.Open(Manifest.SignedBy(Keys.Log), [Keys.Log.Key]));
        Assert.Throws<FormatException>(() => ReleaseManifest.Open(Manifest.SignedBy(another), [another.Key]));
        Assert.Throws<FormatException>(() => ReleaseManifest.Open(note with { Text = Text.Replace(" 12 1 ", " 12 2 ", StringComparison.Ordinal) }, [Key.Key]));
    }

    [Theory]
    [InlineData("registry.example/log/releases", "/releases")]
    [InlineData("registry.example/log/releases", "registry.example/log")]
    [InlineData("day 2026-11-21", "day 2026-11-31")]
    [InlineData("day 2026-11-21", "day 2026-11-1")]
    [InlineData("day 2026-11-21", "day 2026-11-20")]
    [InlineData("before 2026-11-20", "before 2026-11-21")]
    [InlineData("before 2026-11-20 e3", "before 2026-11-20 E3")]
    [InlineData(" 41 ", " 041 ")]
    [InlineData(" 12 1 ", " +12 1 ")]
    [InlineData("parks.csv", "../parks.csv")]
    [InlineData("parks.csv", "manifest")]
    [InlineData("parks.csv", "Parks.csv")]
    [InlineData("parks.csv", "aaa.csv")]
    [InlineData("parks.csv", "events.csv")]
    [InlineData("parks.csv\n", "parks.csv")]
    [InlineData("parks.csv\n", "parks.csv\nmore\n")]
    [InlineData("2026-11-21 parks.csv", "2026-11-22 parks.csv")]
    public void A_manifest_has_one_spelling(string part, string other) =>
        Assert.Throws<FormatException>(() => ReleaseManifest.Parse(Text.Replace(part, other, StringComparison.Ordinal)));

    [Theory]
    [InlineData("a.csv", "\uFEFFname\r\n", 0)]
    [InlineData("a.csv", "name\r\none\r\ntwo\r\n", 2)]
    [InlineData("a.csv", "name\r\n\"one\r\nin \"\"two\"\" lines\"\r\ntwo\r\n", 2)]
    [InlineData("a.jsonl", "", 0)]
    [InlineData("a.jsonl", "{}\n{}\n", 2)]
    [InlineData("a.json", "{}", null)]
    public void Rows_are_counted_as_they_are_written(string name, string file, int? rows) => Assert.Equal(rows, ReleaseRows.Count(name, Encoding.UTF8.GetBytes(file)));
}
