namespace Katas.Harness.Pools.Protocol;

/// <summary>The kinds of frames between a pool and a worker.</summary>
public enum FrameKind : byte
{
    /// <summary>To the worker: from now on this number means this method. Body: a <see cref="Katas.Harness.Jobs.JobMethod"/>.</summary>
    Method = 1,

    /// <summary>To the worker: run a job. Body: the method's number and the arguments, a JSON array.</summary>
    Run,

    /// <summary>To the worker: ask a job to stop or, when it has not started, hand it back.</summary>
    Cancel,

    /// <summary>To the worker: hand back every job that has not started.</summary>
    Recall,

    /// <summary>From the worker: the job starts. Sent when the worker was idle; otherwise the frame that ends the job before says so.</summary>
    Started,

    /// <summary>From the worker: the job still runs, and has just done one more of its arguments.</summary>
    Progress,

    /// <summary>From the worker: the job has ended. Body: the number of the job that starts now (0 for none), then the results, a JSON array.</summary>
    Result,

    /// <summary>From the worker: the job threw. Body: the number of the job that starts now, the failure, and the results until then.</summary>
    Failed,

    /// <summary>From the worker: the job stopped because it was asked to. Body: the number of the job that starts now.</summary>
    Cancelled,

    /// <summary>From the worker: the job has not started, and is handed back.</summary>
    Returned,
}
