using System.Text;
using System.Text.Json;
using PilotRegistry.Submission.Evidence;
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
    public async Task A_line_that_names_a_file_nobody_brought_is_a_warning_in_the_draft_and_refused_at_its_place_when_the_year_is_submitted()
    {
        var (id, _) = await service.OpenedAsync();
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Bill(id)));
        var draft = Resting(hash);
        Assert.Equal("200", await service.SaveAsync(id, draft, version: 0));
        Assert.Contains("evidenceNotUploaded", Signals(await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}")));

        draft["answers"] = new[] { new { signal = "evidenceNotUploaded", reason = "稍后上传。" } };
        Assert.Equal("200", await service.SaveAsync(id, draft, version: 1));
        using var refused = await SubmitAsync(id);
        Assert.Equal("422 invalid", await refused.VerdictAsync());
        Assert.Equal(["/electricity/1/evidence evidence-not-uploaded"], await refused.FieldErrorsAsync());

        using var brought = await BringAsync(id, Bill(id), "电费单.pdf", "2025-03");
        Assert.DoesNotContain("evidenceNotUploaded", Signals(await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}")));
        using var submitted = await SubmitAsync(id);
        Assert.Equal("200", await submitted.VerdictAsync());
    }

    [Fact]
    public async Task A_file_of_another_year_proves_nothing_for_this_one()
    {
        var ((id, _), (other, _)) = (await service.OpenedAsync(), await service.OpenedAsync());
        using var brought = await BringAsync(other, Bill(other), "电费单.pdf", "2025-03");
        var hash = (await brought.BodyAsync()).GetProperty("sha256").GetString()!;
        Assert.Equal("200", await service.SaveAsync(id, Resting(hash), version: 0));
        using var refused = await SubmitAsync(id);
        Assert.Equal(["/electricity/1/evidence evidence-not-uploaded"], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task What_an_enterprise_names_is_looked_for_too_and_the_refusal_points_into_its_part()
    {
        var (id, _) = await service.OpenedAsync();
        var draft = SubmissionService.Draft("1000");
        var line = new { direction = "in", kind = "grid", mwh = "10", evidence = new string('a', 64) };
        draft["enterprises"] = new object[] { new { id = "e1", name = "演示企业", data = new { electricity = new object[] { line } } } };
        Assert.Equal("200", await service.SaveAsync(id, draft, version: 0));
        using var refused = await SubmitAsync(id);
        Assert.Equal(["/enterprises/0/data/electricity/0/evidence evidence-not-uploaded"], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task What_the_files_show_is_answered_like_every_warning_and_stands_with_the_version_without_their_names()
    {
        var (id, _) = await service.OpenedAsync();
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1000"), version: 0));
        using var march = await BringAsync(id, Bill(id), "密-三月.pdf", "2025-03");
        using var april = await BringAsync(id, Bill(id), "密-四月.pdf", "2025-04");
        var hash = (await april.BodyAsync()).GetProperty("sha256").GetString();
        using var silent = await SubmitAsync(id);
        Assert.Equal("409 warnings-unanswered", await silent.VerdictAsync());
        Assert.Contains($"evidenceReused ({hash} 2025-04)", (await silent.BodyAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);

        var draft = SubmissionService.Draft("1000");
        draft["answers"] = new[] { new { signal = "evidenceReused", key = $"{hash} 2025-03", reason = "三、四月合并开票。" }, new { signal = "evidenceReused", key = $"{hash} 2025-04", reason = "见三月。" } };
        Assert.Equal("200", await service.SaveAsync(id, draft, version: 1));
        using var submitted = await SubmitAsync(id);
        Assert.Equal("200", await submitted.VerdictAsync());

        var signals = (await service.As(Persona.OfProvince).ReadAsync($"/submissions/{id}")).GetProperty("versions")[0].GetProperty("signals");
        Assert.Equal(["三、四月合并开票。", "见三月。"], signals.EnumerateArray().Where(s => s.GetProperty("id").GetString() == "evidenceReused").Select(s => s.GetProperty("answer").GetString()));
        Assert.DoesNotContain("密-", signals.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("\\u5bc6", signals.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_a_program_wrote_into_the_file_is_not_repeated_only_that_it_edits_pictures()
    {
        var facts = new EvidenceFacts(EvidenceType.Jpeg, 0, null, null, "Adobe Photoshop 25, licensed to 张三", null, true, []);
        var use = new EvidenceUse(new string('b', 64), Fixtures.Id, Fixtures.Park, 2025, "张三.jpg", null, 1, facts, default);
        var signal = Assert.Single(EvidenceSignals.Of(use, []));
        Assert.Equal(("evidenceEdited", "photoshop"), (signal.Id, signal.Facts["software"]));
        Assert.DoesNotContain("张三", string.Concat(signal.Facts.Values) + signal.Message.Zh + signal.Message.En, StringComparison.Ordinal);
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

    private static Dictionary<string, object?> Resting(string hash)
    {
        var draft = SubmissionService.Draft("1000");
        draft["electricity"] = new object[] { new { direction = "in", kind = "direct", mwh = "400000" }, new { direction = "in", kind = "grid", mwh = "1000", evidence = hash } };
        return draft;
    }

    private Task<HttpResponseMessage> SubmitAsync(Guid id) => service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { }, version: 1);

    private async Task<HttpResponseMessage> BringAsync(Guid id, byte[] file, string name, string? month) => await service.As(Persona.OfPark).PostAsync(
        new Uri($"/submissions/{id}/evidence?name={Uri.EscapeDataString(name)}{(month is null ? "" : $"&month={month}")}", UriKind.Relative), new ByteArrayContent(file));

    private async Task<JsonElement> ListAsync(Persona persona, Guid id) => await service.As(persona).ReadAsync($"/submissions/{id}/evidence");

    /// <summary>A bill of this year alone: its scan holds the year's id.</summary>
    private static byte[] Bill(Guid id, string title = "bill") => Encoding.Latin1.GetBytes(
        Encoding.Latin1.GetString(EvidenceFiles.Pdf(month: title)).Replace("SCANBYTES", $"{id:N}", StringComparison.Ordinal));

    private static string[] Signals(JsonElement kept) => [.. kept.GetProperty("signals").EnumerateArray().Select(s => s.GetProperty("id").GetString()!)];
}
