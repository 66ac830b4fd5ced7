using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using PilotRegistry.Testing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Disclosure;

/// <summary>What anybody reads of the releases.</summary>
public sealed class ReadReleasesTests(ReleasingService service) : IClassFixture<ReleasingService>
{
    private readonly Life life = service.Life;

    [Fact]
    public void While_nothing_is_public_nothing_is_released() => Assert.Empty(service.OfNothing);

    [Fact]
    public async Task A_day_is_had_as_one_file_that_every_program_opens_with_hashes_and_keys()
    {
        using var reader = service.Anonymous();
        var bytes = await reader.GetByteArrayAsync("/open-data/releases/2041-01-12/release.zip");
        Assert.Equal(bytes, await reader.GetByteArrayAsync("/open-data/releases/2041-01-12/release.zip"));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var files = zip.Entries.ToDictionary(entry => entry.FullName, Unpacked);
        var note = SignedNote.Parse(files["2041-01-12/manifest"]);
        var manifest = ReleaseManifest.Open(note, [VerifierKey.Parse(Encoding.UTF8.GetString(files["keys.txt"]).TrimEnd('\n'))]);
        Assert.Equal(manifest.Files.Count + 3, files.Count);
        Assert.Equal(
            manifest.Files.Select(f => $"{ReleaseFile.HashOf(files[$"2041-01-12/{f.Name}"])}  {f.Name}"),
            Encoding.UTF8.GetString(files["2041-01-12/SHA256SUMS"]).TrimEnd('\n').Split('\n'));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(2041, 1, 12, 16, 0, 0), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public async Task The_archive_lists_the_days_newest_first_with_what_each_changed()
    {
        var list = await service.Anonymous().ReadAsync("/open-data/releases");
        Assert.Equal(
            ["2041-01-12 True 0", "2041-01-11 False", "2041-01-10 False "],
            list.GetProperty("items").EnumerateArray().Select((item, n) => n == 1 ? item.Line("day", "unchanged") : item.Line("day", "unchanged", "changes")));
        Assert.Equal(JsonValueKind.Null, list.GetProperty("next").ValueKind);
        var older = await service.Anonymous().ReadAsync("/open-data/releases?before=2041-01-12");
        Assert.Equal("2041-01-11", older.GetProperty("items")[0].GetProperty("day").GetString());
    }

    [Fact]
    public async Task A_day_says_row_by_row_what_was_added_and_changed()
    {
        var release = await service.Anonymous().ReadAsync("/open-data/releases/2041-01-11");
        var tables = release.GetProperty("changes").EnumerateArray().ToDictionary(t => t.GetProperty("table").GetString()!);
        Assert.Equal(["parks", "events"], tables.Keys.ToArray());
        var park = tables["parks"].GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("parkId").GetGuid() == life.Park);
        Assert.Equal("changed 海陵零碳园区", $"{park.GetProperty("change")} {park.GetProperty("label").GetProperty("zh")}");
        Assert.Contains("stage applied recommended", park.GetProperty("cells").EnumerateArray().Select(cell => cell.Line("column", "before", "after")));
        var happened = tables["events"].GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("id").GetGuid() == life.All[1].Id);
        Assert.Equal("added 海陵零碳园区 · Recommended by the province", $"{happened.GetProperty("change")} {happened.GetProperty("label").GetProperty("en")}");
    }

    [Fact]
    public async Task The_difference_as_a_table_turns_the_day_before_into_the_day()
    {
        var (before, after) = (await RowsAsync("2041-01-10", "parks.csv"), await RowsAsync("2041-01-11", "parks.csv"));
        foreach (var line in await RowsAsync("2041-01-11", "changes-parks.csv"))
        {
            var (change, row) = (line[..line.IndexOf(',', StringComparison.Ordinal)], line[(line.IndexOf(',', StringComparison.Ordinal) + 1)..]);
            Assert.True(change is "removed" or "changedFrom" ? before.Remove(row) : before.Add(row));
        }

        Assert.True(before.SetEquals(after));
    }

    [Fact]
    public async Task A_day_names_its_neighbours_and_a_file_is_had_from_every_day_that_it_belongs_to()
    {
        using var reader = service.Anonymous();
        var quiet = await reader.ReadAsync("/open-data/releases/2041-01-12");
        Assert.Equal("2041-01-12 True 2041-01-11 ", quiet.Line("day", "unchanged", "before", "after"));
        foreach (var file in quiet.GetProperty("files").EnumerateArray())
        {
            var address = file.GetProperty("href").GetString()!.Replace("/api/public/v1", "", StringComparison.Ordinal);
            Assert.Equal(file.GetProperty("sha256").GetString(), ReleaseFile.HashOf(await reader.GetByteArrayAsync(address)));
        }
    }

    [Fact]
    public async Task The_manifest_is_signed_by_the_key_that_is_published()
    {
        using var reader = service.Anonymous();
        var key = VerifierKey.Parse((await reader.GetStringAsync("/open-data/releases/keys.txt")).TrimEnd('\n'));
        var note = SignedNote.Parse(await reader.GetByteArrayAsync("/open-data/releases/2041-01-11/manifest"));
        Assert.Equal((ReleasingService.First, ReleasingService.Second), (ReleaseManifest.Open(note, [key]).Before!.Day, ReleaseManifest.Open(note, [key]).Day));
        Assert.Equal(key.ToString(), (await reader.ReadAsync("/open-data/releases")).GetProperty("key").GetString());
    }

    [Theory]
    [InlineData("/open-data/releases")]
    [InlineData("/open-data/releases/2041-01-11")]
    [InlineData("/open-data/releases/2041-01-11/parks.csv")]
    [InlineData("/open-data/releases/2041-01-12/manifest")]
    [InlineData("/open-data/releases/2041-01-12/release.zip")]
    [InlineData("/open-data/releases/keys.txt")]
    public async Task What_a_reader_has_is_not_sent_again_and_a_head_is_answered(string path)
    {
        using var reader = service.Anonymous();
        using var first = await reader.GetAsync(path);
        using var asked = new HttpRequestMessage(HttpMethod.Get, path);
        asked.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await reader.SendAsync(asked);
        using var head = await reader.SendAsync(new(HttpMethod.Head, path));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified, HttpStatusCode.OK), (first.StatusCode, again.StatusCode, head.StatusCode));
        Assert.Equal(first.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/open-data/releases/2041-01-13", "404")]
    [InlineData("/open-data/releases/2041-01-13/release.zip", "404")]
    [InlineData("/open-data/releases/2041-13-40", "404")]
    [InlineData("/open-data/releases/yesterday", "404")]
    [InlineData("/open-data/releases/2041-01-11/.held", "404")]
    [InlineData("/open-data/releases/2041-01-11/..%2Fkeys.txt", "404")]
    [InlineData("/open-data/releases?before=yesterday", "422")]
    public async Task What_is_not_there_is_said_so(string path, string status)
    {
        using var answer = await service.Anonymous().GetAsync(path);
        Assert.StartsWith(status, await answer.VerdictAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh", "/data/releases", "每日发布", "2041年1月12日", "没有变化")]
    [InlineData("en", "/data/releases", "Daily releases", "/en/data/releases/2041-01-11\"", "Nothing changed")]
    [InlineData("en", "/data/releases/2041-01-11", "Open data of 11 January 2041", "stage</code>: applied → recommended", "changes-parks.csv")]
    [InlineData("zh", "/data/releases/2041-01-11", "2041年1月11日的开放数据", "海陵零碳园区 · 省级推荐", "签名的清单")]
    [InlineData("en", "/data", "Open data", "/en/data/releases\"", "Daily releases")]
    public async Task The_archive_can_be_read_without_a_script(string language, string path, params string[] words)
    {
        var page = await service.Anonymous().GetStringAsync($"/pages/{language}{path}");
        Assert.All(words, each => Assert.Contains(each, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_without_a_release_is_no_page()
    {
        using var answer = await service.Anonymous().GetAsync("/pages/en/data/releases/2041-01-13");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static byte[] Unpacked(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using var packed = entry.Open();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    private async Task<HashSet<string>> RowsAsync(string day, string file) =>
        [.. (await service.Anonymous().GetStringAsync($"/open-data/releases/{day}/{file}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)];
}
