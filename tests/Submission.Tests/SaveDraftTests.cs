using System.Text.Json;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

[Collection(nameof(SubmissionService))]
public sealed class SaveDraftTests(SubmissionService service)
{
    private static readonly YearDraft Last = Fixtures.AsDraft(Fixtures.Data("1000"));

    [Fact]
    public void What_differs_from_the_last_version_is_kept() =>
        Assert.NotNull(SaveDraft.Kept(Fixtures.AsDraft(Fixtures.Data("1001")), Last));

    [Fact]
    public void Coming_back_to_what_is_submitted_leaves_no_draft() =>
        Assert.Null(SaveDraft.Kept(Fixtures.AsDraft(Fixtures.Data("1000.00")), Last));

    [Fact]
    public async Task The_answer_holds_the_result_and_its_derivation()
    {
        var (id, _) = await service.OpenedAsync();
        using var saved = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", SubmissionService.Draft(1000.50m), version: 0);
        Assert.Equal("200", await saved.VerdictAsync());
        Assert.Equal("\"1\"", saved.Headers.ETag?.Tag);
        var result = (await saved.BodyAsync()).GetProperty("result");
        // 1000.5 MWh × 0.8325 t/MWh
        Assert.Equal("832.91625", result.GetProperty("emissions").GetProperty("total").GetString());
        Assert.NotEqual(0, result.GetProperty("derivation").GetArrayLength());
        var shown = await ReadAsync(id);
        Assert.Equal("1000.5", shown.GetProperty("draft").GetProperty("electricity")[1].GetProperty("mwh").GetString());
        Assert.Equal("832.91625", shown.GetProperty("result").GetProperty("emissions").GetProperty("total").GetString());
        Assert.Equal("opened 1", shown.Line("status", "draftVersion"));
        Assert.Equal(Persona.OfPark.Id, shown.GetProperty("draftSavedBy").GetGuid());
        Assert.Equal(["saveDraft", "submit"], shown.GetProperty("actions").EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public async Task However_often_a_draft_is_saved_the_record_does_not_grow()
    {
        var (id, _) = await service.OpenedAsync();
        for (var version = 0; version < 5; version++)
        {
            Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft(1000 + version), version));
        }

        Assert.Equal(1, await service.EventCountAsync(id));
        Assert.Equal("5", (await ReadAsync(id)).Line("draftVersion"));
    }

    [Fact]
    public async Task Saving_the_same_again_is_one_save()
    {
        var (id, _) = await service.OpenedAsync();
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1000"), version: 0));
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1000.0"), version: 0));
        Assert.Equal("1", (await ReadAsync(id)).Line("draftVersion"));
    }

    [Fact]
    public async Task Two_who_edit_at_once_are_told_of_each_other()
    {
        var (id, _) = await service.OpenedAsync();
        var colleague = Persona.OfPark with { Id = Persona.Named(40) };
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1"), version: 0, colleague));
        using var second = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", SubmissionService.Draft("2"), version: 0);
        Assert.Equal("412 draft-changed", await second.VerdictAsync());
        Assert.Equal("\"1\"", second.Headers.ETag?.Tag);
        var conflict = await second.BodyAsync();
        Assert.Equal(colleague.Id, conflict.GetProperty("changedBy").GetGuid());
        Assert.InRange(conflict.GetProperty("changedAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Equal("1", (await ReadAsync(id)).GetProperty("draft").GetProperty("electricity")[1].GetProperty("mwh").GetString());
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("2"), conflict.GetProperty("version").GetInt64()));
    }

    [Fact]
    public async Task Of_twenty_saves_at_once_one_is_taken()
    {
        var (id, _) = await service.OpenedAsync();
        var verdicts = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => service.SaveAsync(id, SubmissionService.Draft(n), version: 0)));
        Assert.Equal(1, verdicts.Count(v => v == "200"));
        Assert.Equal(19, verdicts.Count(v => v == "412 draft-changed"));
    }

    [Fact]
    public async Task A_draft_made_before_a_submission_does_not_overwrite_what_came_after()
    {
        var (id, _) = await service.SubmittedAsync();
        Assert.Equal("412 draft-changed", await service.SaveAsync(id, SubmissionService.Draft("7"), version: 1));
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("7"), version: 2));
        Assert.Equal(["saveDraft", "submit", "engageBody", "disclose"], (await ReadAsync(id)).GetProperty("actions").EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public async Task Going_back_to_what_is_submitted_leaves_nothing_to_submit()
    {
        var (id, _) = await service.SubmittedAsync();
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1001"), version: 2));
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1000"), version: 3));
        Assert.Equal("submitted 4", (await ReadAsync(id)).Line("status", "draftVersion"));
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(id)).GetProperty("draft").ValueKind);
    }

    [Fact]
    public async Task An_empty_year_can_be_saved()
    {
        var (id, _) = await service.OpenedAsync();
        Assert.Equal("200", await service.SaveAsync(id, new { year = Fixtures.Year }, version: 0));
    }

    [Fact]
    public async Task Somebody_elses_year_stays_as_it_is()
    {
        var (id, _) = await service.OpenedAsync();
        Assert.Equal("409 not-your-park", await service.SaveAsync(id, SubmissionService.Draft("1"), version: 0, Persona.OtherPark));
        Assert.Equal("409 not-your-park", await service.SaveAsync(id, SubmissionService.Draft("1"), version: 0, Persona.OfPark with { Park = Persona.Named(999) }));
        Assert.Equal("404 not-found", await service.SaveAsync(Guid.CreateVersion7(), SubmissionService.Draft("1"), version: 0));
        using var unseen = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", SubmissionService.Draft("1"));
        Assert.Equal("428 if-match-missing", await unseen.VerdictAsync());
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(id)).GetProperty("draft").ValueKind);
    }

    [Fact]
    public void A_draft_of_four_megabytes_is_the_largest() => Assert.Equal(4 * 1024 * 1024, YearDraftBody.MostBytes);

    private Task<JsonElement> ReadAsync(Guid id) => service.As(Persona.OfPark).ReadAsync($"/submissions/{id}");
}
