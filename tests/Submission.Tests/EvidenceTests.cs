using System.Text;
using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>A park brings files that prove its numbers.</summary>
[Collection(nameof(SubmissionService))]
public sealed class EvidenceTests(SubmissionService service)
{
    [Fact]
    public async Task A_file_is_kept_once_under_its_hash_and_comes_back_as_it_was()
    {
        var (id, _) = await service.OpenedAsync();
        var file = Bill(id);
        using var first = await BringAsync(id, file, "电费单.pdf", "2025-03");
        using var again = await BringAsync(id, file, "电费单.pdf", "2025-03");
        Assert.Equal(("200", "200"), (await first.VerdictAsync(), await again.VerdictAsync()));

        var listed = Assert.Single((await ListAsync(Persona.OfPark, id)).EnumerateArray());
        var sha256 = listed.GetProperty("sha256").GetString();
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file)), sha256);

        using var opened = await service.As(Persona.OfPark).GetAsync(new Uri($"/submissions/{id}/evidence/{sha256}", UriKind.Relative));
        Assert.Equal(file, await opened.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", opened.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task The_same_file_for_another_month_or_park_is_a_signal()
    {
        var ((id, _), (other, _)) = (await service.OpenedAsync(), await service.OpenedAsync());
        var file = Bill(id);
        using var march = await BringAsync(id, file, "电费单.pdf", "2025-03");
        Assert.DoesNotContain("evidenceReused", Signals(await march.BodyAsync()));

        using var april = await BringAsync(id, file, "电费单.pdf", "2025-04");
        using var elsewhere = await BringAsync(other, file, "账单.pdf", "2025-03");

        Assert.Contains("evidenceReused", Signals(await april.BodyAsync()));
        var uses = (await elsewhere.BodyAsync()).GetProperty("signals").EnumerateArray().First(s => s.GetProperty("id").GetString() == "evidenceReused")
            .GetProperty("facts").GetProperty("uses").GetString();
        Assert.Equal("another park 2025-03; another park 2025-04", uses);
    }

    [Fact]
    public async Task The_same_scan_in_another_PDF_is_a_signal()
    {
        var (id, _) = await service.OpenedAsync();
        using var one = await BringAsync(id, Bill(id), "三月.pdf", "2025-03");
        using var two = await BringAsync(id, Bill(id, "saved anew"), "四月.pdf", "2025-04");
        Assert.Equal(["evidencePictureReused"], Signals(await two.BodyAsync()));
    }

    [Theory]
    [InlineData("化验单2025-01-15.csv", "2025-03", true)]
    [InlineData("化验单20250115.csv", "2025-03", true)]
    [InlineData("化验单2025年3月20日.csv", "2025-03", false)]
    [InlineData("化验单.csv", "2025-03", false)]
    public async Task A_date_in_the_name_before_the_month_it_stands_for_is_a_signal(string name, string month, bool signals)
    {
        var (id, _) = await service.OpenedAsync();
        using var brought = await BringAsync(id, Encoding.UTF8.GetBytes($"{id},{name}"), name, month);
        Assert.Equal(signals, Signals(await brought.BodyAsync()).Contains("evidenceBeforeItsMonth"));
    }

    [Fact]
    public async Task What_is_no_evidence_is_refused_and_leaves_nothing()
    {
        var (id, _) = await service.OpenedAsync();
        using var refused = await BringAsync(id, [0x4D, 0x5A, 0x00], "bill.pdf", null);
        Assert.Equal("422 invalid", await refused.VerdictAsync());
        Assert.Empty((await ListAsync(Persona.OfPark, id)).EnumerateArray());
    }

    [Fact]
    public async Task Files_are_the_parks_until_the_year_is_submitted_and_never_public()
    {
        var (id, _) = await service.OpenedAsync();
        using var kept = await BringAsync(id, Bill(id), "电费单.pdf", "2025-03");
        foreach (var persona in Persona.All.Where(p => p != Persona.OfPark))
        {
            using var list = await service.As(persona).GetAsync(new Uri($"/submissions/{id}/evidence", UriKind.Relative));
            Assert.Equal(404, (int)list.StatusCode);
        }

        using var anonymous = await service.Anonymous().GetAsync(new Uri($"/submissions/{id}/evidence", UriKind.Relative));
        Assert.Equal(401, (int)anonymous.StatusCode);
    }

    private async Task<HttpResponseMessage> BringAsync(Guid id, byte[] file, string name, string? month) => await service.As(Persona.OfPark).PostAsync(
        new Uri($"/submissions/{id}/evidence?name={Uri.EscapeDataString(name)}{(month is null ? "" : $"&month={month}")}", UriKind.Relative), new ByteArrayContent(file));

    private async Task<JsonElement> ListAsync(Persona persona, Guid id) => await service.As(persona).ReadAsync($"/submissions/{id}/evidence");

    /// <summary>A bill of this year alone: its scan holds the year's id.</summary>
    private static byte[] Bill(Guid id, string title = "bill") => Encoding.Latin1.GetBytes(
        Encoding.Latin1.GetString(EvidenceFiles.Pdf(month: title)).Replace("SCANBYTES", $"{id:N}", StringComparison.Ordinal));

    private static string[] Signals(JsonElement kept) => [.. kept.GetProperty("signals").EnumerateArray().Select(s => s.GetProperty("id").GetString()!)];
}
