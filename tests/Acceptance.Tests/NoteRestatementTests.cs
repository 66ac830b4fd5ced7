using PilotRegistry.Acceptance.Features;
using PilotRegistry.Acceptance.Restatements;
using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.Testing;

namespace PilotRegistry.Acceptance;

/// <summary>A year that was submitted again after the decision is listed for the reviewers, and changes no decision.</summary>
[Collection(nameof(AcceptanceService))]
public sealed class NoteRestatementTests(AcceptanceService service)
{
    private static readonly Restatement Second = new(
        2, default, "漏报一块电表。", VersionStage.Submitted, new(0.25m, 0.2m, Verdict.NotMet), Flips: true, []);

    [Fact]
    public void A_reviewer_takes_note_and_the_decision_stays() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Passed, Fixtures.Granted)
        .When(state => NoteRestatement.Decide(state, 2, new("重新核查后再议。"), [Second], "national", null))
        .Then(new RestatementNoted(Fixtures.Park, Fixtures.Year, 2, "national", "重新核查后再议。"));

    [Fact]
    public void Noting_twice_changes_nothing() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Passed, Fixtures.Granted, new RestatementNoted(Fixtures.Park, Fixtures.Year, 2, "national", "重新核查后再议。"))
        .When(state => NoteRestatement.Decide(state, 2, new("再说一遍。"), [Second], "national", null))
        .ThenNothing();

    [Fact]
    public void What_was_not_submitted_again_cannot_be_noted() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Passed, Fixtures.Granted)
        .When(state => NoteRestatement.Decide(state, 3, new("没有这一版。"), [Second], "national", null))
        .ThenRefused("no-such-restatement");

    [Fact]
    public void Another_province_has_nothing_to_note() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Passed)
        .When(state => NoteRestatement.Decide(state, 2, new("不是本省。"), [Second], "province", Persona.Zhejiang))
        .ThenRefused("not-your-province");

    [Fact]
    public async Task A_new_version_reaches_the_reviewers_who_decided_on_the_old_one()
    {
        var (id, request) = await service.GrantedAsync();
        Assert.Empty(await RestatedAsync(Persona.National, id));
        await service.HearsAsync("submission", request.ParkId, 1, Submitted(request.ParkId, 1, Verdict.Met));
        await service.HearsAsync("verification", request.VerificationId, 1, Signed(request.ParkId, 1));
        Assert.Empty(await RestatedAsync(Persona.National, id));
        await service.HearsAsync("submission", request.ParkId, 2, Submitted(request.ParkId, 2, Verdict.NotMet));
        Assert.Equal(["2 submitted True"], await RestatedAsync(Persona.National, id));
        Assert.True(await WaitsAsync(Persona.National, id));
        Assert.True(await WaitsAsync(Persona.OfProvince, id));
        Assert.False(await WaitsAsync(Persona.OtherProvince, id));
        Assert.False(await WaitsAsync(Persona.OfPark, id));
        Assert.Equal("200", await service.GiveAsync(Persona.National, id, "restatements/2/note", new { reasons = "重新核查后再议。" }, version: 3));
        Assert.Equal(["national 重新核查后再议。"], await NotedAsync(Persona.OfProvince, id));
        Assert.Contains("acceptance.restatement-noted.v1", await service.Sidecar.AboutAsync(request.ParkId, 4));
        Assert.False(await WaitsAsync(Persona.National, id));
        Assert.True(await WaitsAsync(Persona.OfProvince, id));
        Assert.Equal("granted", (await service.As(Persona.National).ReadAsync($"/acceptances/{id}")).Line("status"));
        await service.HearsAsync("submission", request.ParkId, 3, new YearDisclosed(request.ParkId, Fixtures.Year, 2, Guid.CreateVersion7()));
        Assert.Equal(["2 disclosed True"], await RestatedAsync(Persona.OfPark, id));
    }

    private static YearSubmitted Submitted(Guid park, int version, Verdict verdict) => new(
        park, Fixtures.Year, version, Examples.Data with { Year = Fixtures.Year }, Result(verdict), version == 1 ? null : "漏报一块电表。", [], [], null, null);

    private static StatementSigned Signed(Guid park, int version) => new(
        park, Fixtures.Year, Guid.CreateVersion7(), version, Persona.VerificationBody, "演示核查机构", Opinion.Unmodified, Assurance.Reasonable, 0,
        Examples.Data, Result(Verdict.Met), "公允。", Persona.Lead.Id);

    private static Result Result(Verdict verdict) => Examples.Result with
    {
        Indicators = [new() { Id = "core", Value = verdict == Verdict.Met ? 0.186m : 0.25m, Unit = "t/tce", Target = 0.2m, Verdict = verdict }],
    };

    private async Task<IEnumerable<string>> RestatedAsync(Persona by, Guid id) =>
        (await service.As(by).ReadAsync($"/acceptances/{id}")).GetProperty("restatements").EnumerateArray().Select(r => r.Line("version", "stage", "flips"));

    private async Task<IEnumerable<string>> NotedAsync(Persona by, Guid id) =>
        (await service.As(by).ReadAsync($"/acceptances/{id}")).GetProperty("restatements")[0].GetProperty("noted").EnumerateArray().Select(n => n.Line("role", "reasons"));

    private async Task<bool> WaitsAsync(Persona by, Guid id) => (await service.As(by).ReadAsync("/inbox")).GetProperty("items").EnumerateArray()
        .Any(i => i.Line("kind") == "note-restatement" && i.GetProperty("id").GetGuid() == id);
}
