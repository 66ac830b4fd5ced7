using PilotRegistry.Testing;

namespace PilotRegistry.Acceptance;

/// <summary>No decision on an acceptance without an open task of the right kind; the host of the processes says whether there is one.</summary>
[Collection(nameof(AcceptanceService))]
public sealed class DecidedByTaskTests(AcceptanceService service)
{
    [Fact]
    public async Task The_province_concludes_with_its_open_task_only()
    {
        var id = await service.RequestedAsync();
        service.Permits.OnlyOpen(id, "acceptance-decision");
        Assert.Equal("409 no-open-task", await service.GiveAsync(Persona.OfProvince, id, "self-evaluation", new { passed = true, reasons = "达标。" }, version: 1));
        Assert.Equal(1, await service.EventCountAsync(id));
        service.Permits.OnlyOpen(id, "self-evaluation");
        Assert.Equal("200", await service.GiveAsync(Persona.OfProvince, id, "self-evaluation", new { passed = true, reasons = "达标。" }, version: 1));
    }

    [Theory]
    [InlineData("acceptance-decision")]
    [InlineData("condition-review")]
    public async Task The_nation_decides_with_its_open_task_only(string kind)
    {
        var id = await service.EvaluatedAsync();
        service.Permits.OnlyOpen(id);
        Assert.Equal("409 no-open-task", await service.GiveAsync(Persona.National, id, "decision", new { accepted = true, reasons = "同意。" }, version: 2));
        service.Permits.OnlyOpen(id, kind);
        Assert.Equal("200", await service.GiveAsync(Persona.National, id, "decision", new { accepted = true, reasons = "同意。" }, version: 2));
    }
}
