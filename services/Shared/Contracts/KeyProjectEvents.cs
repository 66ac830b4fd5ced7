using PilotRegistry.EventStore;

namespace PilotRegistry.Contracts;

/// <summary>A key project (重点项目) as the table of an application has it (910号 附件2, chapter 4).</summary>
/// <param name="Number">Its number in the table; names it for as long as the park is on the register.</param>
/// <param name="Body">实施主体: who builds it.</param>
/// <param name="Content">建设内容.</param>
/// <param name="InvestmentWanYuan">Planned investment, 万元 (ten thousand yuan), not negative.</param>
/// <param name="FromYear">First year of its period.</param>
/// <param name="ToYear">Last year of its period; it is to be commissioned by the end of it.</param>
/// <param name="Plan">实施计划.</param>
/// <param name="Meaning">预期成效: what it means for the park.</param>
public sealed record KeyProject(
    int Number, string Name, string Body, string Content, decimal InvestmentWanYuan, int FromYear, int ToYear, string Plan, string Meaning);

/// <summary>How far a key project has come.</summary>
public enum ProjectState
{
    /// <summary>未开工.</summary>
    Planned,

    /// <summary>在建.</summary>
    UnderConstruction,

    /// <summary>已投产.</summary>
    Commissioned,

    /// <summary>停建.</summary>
    Suspended,

    /// <summary>取消.</summary>
    Cancelled,
}

/// <summary>The park reported how far one of its key projects has come; earlier reports stay.</summary>
/// <param name="Number">The project's number in the table.</param>
/// <param name="Name">The project's name, so that the report can be read alone.</param>
/// <param name="InvestedWanYuan">Invested so far, 万元, from the beginning on.</param>
/// <param name="AsOf">The day that the report describes.</param>
/// <param name="Note">What the park adds; why, where the project stands still, is given up or goes back.</param>
[StoredAs("registration.key-project-progressed.v1")]
public sealed record KeyProjectProgressed(
    Guid ParkId, int Number, string Name, ProjectState State, decimal InvestedWanYuan, DateOnly AsOf, string? Note) : ParkEvent;
